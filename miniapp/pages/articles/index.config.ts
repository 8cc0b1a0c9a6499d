export default definePageConfig({ navigationBarTitleText: '政策和故事' });
