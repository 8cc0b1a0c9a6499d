/** What is chosen one after the other, down to the village. */
export const downToTheVillage = ['区县', '乡镇', '村'] as const;

/** What is still to be chosen below an area, by the length of its code: a helper of one village chooses nothing. */
export function levelsBelow(regionCode: string): readonly string[] {
  const chosen = [6, 9, 12].filter((length) => regionCode.length >= length).length;
  return downToTheVillage.slice(chosen);
}
