/** What outlives a stack, so that another one can take it up again: `docs/runbooks/moving.md`. */
export interface KeptProps {
  /**
   * A table that exists already, in the account and region of the stack. The stack leaves it as it is: its TTL attribute,
   * its maximum throughput and with it the ceiling on its bill, its key and its protection are yours to set.
   * @default - a new table
   */
  readonly tableName?: string;
  /**
   * An index secret that exists already, in the account and region of the stack: its whole ARN. With another one than
   * before, every person gets a new `sub`, and the items of a kept table are not found again.
   * @default - a new secret
   */
  readonly indexSecretArn?: string;
  /**
   * A code secret that exists already, in the account and region of the stack: its whole ARN.
   * @default - a new secret
   */
  readonly codeSecretArn?: string;
  /**
   * Regions that get a copy of the index secret, so that the people stay the same when this region is lost. Not beside
   * `indexSecretArn`.
   * @default - none
   */
  readonly replicaRegions?: readonly string[];
}
