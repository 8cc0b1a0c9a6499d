import { enterDecisions } from './decisions';
import { inIdOrder } from '../in-id-order';
import type { Instance } from '../instance';
import { Intake } from './intake';
import type { Market } from '../market';

/** The instance as columns. Throws `BadInstance` where its rows contradict each other. */
export function openMarket(instance: Instance): Market {
  const intake = new Intake(instance.seed, instance.coverageCounties);
  for (const batch of inIdOrder(instance.batches)) intake.enterBatch(batch);
  for (const woman of inIdOrder(instance.women)) intake.enterWoman(woman);
  const market = intake.close();
  enterDecisions(market, instance);
  return market;
}
