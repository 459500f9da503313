import { describe } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { drawPassword } from './password.ts';
import { weakness } from './weakness.ts';

const owner = ['zhang.san', '张三丰'];

test.each([
  ...['1234567890', '0987654321', '13812345678', '19900101123x', '110101199001011234', '2024-01-01 08:00'],
  ...['aaaaaaaaaaaa', '1111111111', 'abababababab', 'abcabcabcabc', '建功建功建功建功建功'],
  ...[
    'abcdefghijkl',
    'qwertyuiop',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    '1q2w3e4r5t',
    'asdfghjkl;',
    'a123456789',
    'abc123456789',
  ],
  ...['password123', 'Password2024!', 'P@ssw0rd2024', 'passw0rd1234', 'admin123456', 'ADMIN@2024', '1234admin5678'],
  ...['woaini1314520', 'iloveyou520', 'jiangong2024', '北京2024202420', 'ＰＡＳＳＷＯＲＤ１２３'],
  ...['zhang.san1', 'Zhang.San2024', 'zhang.sanzhang.san', '张三丰张三丰张三丰123', '2024zhang.san'],
  ...['short', '', '😀😀😀😀😀', '一二三四五六七八九'],
])('a password that is easy to guess is refused: %s', (password) => {
  expect(weakness(password, owner)?.refused).toBe('weak-password');
});

test.each([
  ...[
    'ten-minutes-1',
    'a long enough one',
    'organiser-password-1',
    'correct horse battery',
    'a-long-password-of-nobody',
  ],
  ...[
    '工会五楼的那盆绿萝',
    '三月去香山看桃花吧',
    'studios-bench-password',
    '2f9ac-1b0d4-77e31-c5a09',
    '12345-90312-44871-02639',
  ].map((text) => (text.length < 10 ? `${text}呀` : text)),
])('a long one is good without further rules: %s', (password) => {
  expect(weakness(password, owner)).toBeUndefined();
});

test('a drawn password is never weak, and the reason for a weak one is in both languages', () => {
  for (let n = 0; n < 500; n += 1) expect(weakness(drawPassword(), ['admin', '管理员'])).toBeUndefined();
  expect(describe(weakness('1234567890', [])!)).toMatchObject({
    status: 422,
    errors: [{ at: '/body/password', zh: '密码不能只有数字', en: 'a password has more than digits' }],
  });
});
