export default definePageConfig({ navigationBarTitleText: '她的故事' });
