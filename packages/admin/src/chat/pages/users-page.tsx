/** The console's screen Users. */
import { Console } from '../console.tsx';
import { Users } from '../users/users.tsx';

export const UsersPage = () => <Console tab="users" screen={<Users />} />;
