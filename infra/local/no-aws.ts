/** Nothing here ever talks to AWS: whoever's credentials are about must not be used, nor waited for. */
export function isolateFromAws(): void {
  delete process.env.AWS_PROFILE;
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: '',
  });
}
