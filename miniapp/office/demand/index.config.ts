export default definePageConfig({ navigationBarTitleText: '需求看板' });
