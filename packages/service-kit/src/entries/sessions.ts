// Which tokens of users still act.
export { sessions } from '../http/sessions.ts';
