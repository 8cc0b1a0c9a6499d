import type { Woman } from './woman.entity';

/** A woman as her helper or her federation sees her on a list, and as she sees herself. */
export class WomanView {
  id: string;
  name: string;
  villageCode: string;
  /** 延寿县 六团镇 团山村 */
  villageName: string;
  /** Masked: 138****5678. Null where she has none. */
  phone: string | null;
  bornInYear: number | null;
  isRegisteredPoor: boolean;
  isLeader: boolean;
}

export class WomenPageView {
  women: WomanView[];
  /** How many there are in all, over all pages. */
  total: number;
}

export function viewWoman(woman: Woman, villageName: string, maskedPhone: string | null): WomanView {
  const { id, name, villageCode, bornInYear, isRegisteredPoor, isLeader } = woman;
  return { id, name, villageCode, villageName, phone: maskedPhone, bornInYear, isRegisteredPoor, isLeader };
}

/** Somebody of her village or township whom she can ask. */
export class HelperView {
  name: string;
  regionName: string;
  /** Where she may be called; null where she has not said so. */
  phone: string | null;
}
