/** Templates of all kinds, as they stand in the settings. */
export const templates = {
  WECHAT_TEMPLATES:
    'result=RESULT:thing1=title,date2=day,thing3=note change=CHANGE:thing1=title,thing2=note reminder=REMINDER:thing1=title,date2=day',
} as const;

/** The template of the staff's tasks, to be added to them. */
export const taskTemplate = 'task=TASK:thing1=title,date2=day,thing3=note';
