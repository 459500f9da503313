// Who reads everything of a list while it is made; those who supervise change nothing of it.
export const readers = ['organiser', 'committee', 'auditor', 'supervisor'] as const;
