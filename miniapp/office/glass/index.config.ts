export default definePageConfig({ navigationBarTitleText: '越区查看' });
