/** What happened at the sign-in, for the log and the audit log. */
/** The audit log has the same shape. */
export interface SignInHappening {
  readonly subject: 'sign_in' | 'password' | 'second_factor' | 'account';
  readonly verb: 'done' | 'ended' | 'failed' | 'refused' | 'made' | 'changed' | 'deleted';
  readonly login: string;
  readonly accountId: string | null;
  readonly address: string;
}
