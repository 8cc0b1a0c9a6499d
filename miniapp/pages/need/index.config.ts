export default definePageConfig({ navigationBarTitleText: '我想学' });
