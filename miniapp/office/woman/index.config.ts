export default definePageConfig({ navigationBarTitleText: '她的档案' });
