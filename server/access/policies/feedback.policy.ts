export const feedbackPolicy = {
  /** She says it herself, or tells her helper, who writes it down under the helper's own name. */
  'feedback.tell': ['woman', 'helper', 'county_officer'],
  /** Which of her women said what. */
  'feedback.names': ['helper', 'county_officer'],
  /** How many said what of a batch: its trainer and its county. */
  'feedback.count': ['trainer', 'county_officer'],
} as const;
