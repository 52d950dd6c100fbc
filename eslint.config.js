import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'shared/words/compiled/', 'test-results/'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' }
      ],
      // A schema and its type share one name: `const Position` and `type Position`.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    // Rules that need types look at .ts only: in .svelte each would cost a minute, and svelte-check reads those anyway.
    files: ['{shared,server,client,test}/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: import.meta.dirname }
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // Only runes here, no stores.
    rules: { 'svelte/require-store-reactive-access': 'off' }
  },
  { files: ['client/**', 'test/browser/**'], languageOptions: { globals: globals.browser } },
  { files: ['server/**', 'test/**', 'scripts/**', '*.config.*'], languageOptions: { globals: globals.node } },
  // Programs that people start in a terminal talk to it; everything else logs.
  {
    files: ['scripts/**', 'server/demo/**', 'server/unit-file/**', 'test/{bench,faults,support}/**'],
    rules: { 'no-console': 'off' }
  }
)
