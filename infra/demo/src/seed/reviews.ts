// The year-end review: points for each project, indicators and the organising sheet of each branch. All figures invented.

export const projectReviews: Record<string, number> = {
  'XM-01': 17.2,
  'XM-02': 18.6,
  'XM-03': 17,
  'XM-04': 17.9,
  'XM-05': 18.2,
  'XM-06': 16,
  'XM-07': 19,
  'XM-08': 16.8,
  'XM-09': 18.2,
  'XM-10': 16.5,
  'XM-11': 18.3,
  'XM-12': 17.1,
  'XM-13': 17.6,
  'XM-14': 15.4,
  'XM-15': 14.2,
};

/** Plan and actual in 10,000 yuan; then points for plan, coverage, own checks and publicity. */
export const branchReviews: Record<string, { indicators: Record<string, [number, number]>; sheet: number[] }> = {
  'FG-01': {
    indicators: { contracts: [62000, 63240], revenue: [54000, 52920], profit: [1500, 1515] },
    sheet: [5.4, 5.3, 5.2, 3.4],
  },
  'FG-02': {
    indicators: { contracts: [70000, 72100], revenue: [60000, 60600], profit: [1800, 1836] },
    sheet: [5.6, 5.4, 5.4, 3.6],
  },
  'FG-03': {
    indicators: { contracts: [48000, 45600], revenue: [43000, 42140], profit: [1200, 1140] },
    sheet: [5.2, 5, 5.1, 3.2],
  },
  'FG-04': {
    indicators: { contracts: [36000, 27000], revenue: [37000, 34780], profit: [900, 846] },
    sheet: [4.8, 4.6, 4.7, 3],
  },
};
