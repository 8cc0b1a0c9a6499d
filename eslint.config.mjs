import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'miniapp/api/schema.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['{server,miniapp,test}/**/*.{ts,tsx}', 'config/settings.ts'],
    languageOptions: {
      parserOptions: {
        project: ['server/tsconfig.json', 'miniapp/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'warn',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'JSXOpeningElement[name.name=/^(View|Text|Image)$/]:has(> JSXAttribute[name.name="onClick"]):not(:has(> JSXAttribute[name.name="aria-role"]))',
          message:
            'What can be tapped says what it is: aria-role="button" (does something), "link" (opens a page), "checkbox" or "radio" with aria-checked. Screen readers and keyboards know it by that.',
        },
        {
          selector:
            'JSXOpeningElement[name.name=/^(Input|Textarea)$/]:not(:has(> JSXAttribute[name.name=/^(aria-label|placeholder)$/]))',
          message:
            'A field says its name: components/field, or aria-label="…", or a placeholder that is one.',
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
