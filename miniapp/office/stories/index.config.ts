export default definePageConfig({ navigationBarTitleText: '典型故事' });
