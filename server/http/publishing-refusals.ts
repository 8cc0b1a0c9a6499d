/** The part of the catalogue of refusals that is about articles, stories and their reviews: see `refusals.ts`. */
export const publishingRefusals = {
  'article.editedMeanwhile': [409, '有人刚刚改过这篇文章，请先看看新内容再改。'],
  'article.empty': [400, '标题和正文都要写，才能发布。'],
  'article.notReviewed': [409, '要先过三审才能发布，请先交给一审。'],
  'article.underReview': [409, '这篇文章正在审，要改请先撤回来。'],
  'article.altNeeded': [400, '有图片还没有说明，请写一句图上是什么，方便听文章的人。'],
  'article.unknownCourse': [400, '选的课程没有找到，请重新选。'],
  'article.askedTwice': [400, '有两个问题是一样的，请去掉一个。'],
  'article.datesTurned': [400, '有效期的结束日要在开始日以后。'],
  'article.pastTime': [400, '定时发布的时间已经过去了，请换一个。'],
  'article.stateForbids': [409, '这篇文章现在不能这样办，请刷新看看。'],

  'story.stateForbids': [409, '这个故事现在不能这样办，请刷新看看。'],
  'story.empty': [400, '标题和正文都要写，照片要说明图上是什么。'],
  'story.notYours': [403, '这一步要由别人来办。'],
  'story.ownWords': [403, '自己写的故事要请别人来推荐。'],
  'story.onceEach': [403, '每一级要换一个人来推荐，您已经推荐过了。'],
  'story.notChecked': [409, '内容检查还没有通过，请过一会儿再办。'],
  'story.editedMeanwhile': [409, '有人刚刚改过这个故事，请先看看新内容再改。'],
  'story.photosFull': [409, '一个故事最多放六张照片，够了。'],

  'check.stateForbids': [409, '这一条现在不用再看了，请刷新看看。'],
  'check.ownWords': [403, '自己写的、自己申诉的，要请别人来看。'],

  'review.notYours': [403, '这一审要由别人来做，请看看上面写的是谁。'],
  'review.ownWords': [403, '自己写的文章要请别人来审。'],
  'review.onceEach': [403, '三审要三个人，您已经审过一次了，请别人来审。'],
  'review.marksOpen': [409, '还有{marks}处校对没有处理，请作者先看过，或者退回修改。'],
  'review.wordsNeeded': [400, '请写一句哪里要改，作者好照着改。'],
  'remark.notAuthor': [403, '校对要请写文章的人来定。'],
  'remark.notThere': [409, '这一段里没有找到要改的字，请刷新看看。'],
  'remark.answered': [409, '这一条已经处理过了，请刷新看看。'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;
