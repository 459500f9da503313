// The settings, from the environment: one schema, which also writes their table in docs/operations.md.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { secondFactorRule } from '@jiangong/contracts';
import leven from 'leven';
import { z } from 'zod';

function isAddresses(list: string): boolean {
  return list.split(',').every((each) => {
    const [address, bits, ...rest] = each.trim().split('/');
    const family = isIP(address!);
    return (
      family > 0 &&
      rest.length === 0 &&
      (bits === undefined || (/^\d+$/.test(bits) && +bits <= (family === 4 ? 32 : 128)))
    );
  });
}
const copies = '[a-z-]+=(dns\\+http|https?)://[^,;]+(,(dns\\+http|https?)://[^,;]+)*';
const url = (kinds: string) => z.string().regex(new RegExp(`^(${kinds}):`));

/** The settings by their names in the environment, each with its default, bounds and meaning (docs/operations.md). */
export const configSchema = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8080)
    .describe('监听端口 · port to listen on; 0 picks a free one'),
  HOST: z.string().default('0.0.0.0').describe('监听地址 · address to listen on'),
  DATA: z.string().default('./data').describe('数据目录 · data folder of the embedded engine'),
  STORE_URL: url('file|memory|mongodb|mongodb\\+srv')
    .refine((text) => !text.startsWith('mongodb') || /^[^:]+:\/\/[^/]+\/[^/?]/.test(text))
    .optional()
    .describe(
      '存储 · where services keep their journals: `file:<folder>` (default: `file:` + DATA), or `mongodb://host,host/<name>`, a database `<name>-<service>` each',
    ),
  LOG_URL: url('file|memory|kafka')
    .optional()
    .describe(
      '事件日志 · where events are logged: `file:<folder>` (default: `file:` + DATA), or `kafka://[user:password@]host:9092,host:9092[/namespace][?tls=true&ca=<file>&cert=<file>&key=<file>&sasl=scram-sha-512]` (or `plain`, `scram-sha-256`); `grants=binary` publishes `awards.grants.v1` in the binary mode of CloudEvents',
    ),
  ISSUER: z.string().default('jiangong').describe('令牌签发者 · `iss` that bearer tokens must carry'),
  JWKS_URL: z.url().optional().describe('签发者公钥 · keys of the issuer, when the console is not in this process'),
  SERVICES: z
    .string()
    .regex(new RegExp(`^${copies}(;${copies})*;?$`))
    .optional()
    .describe(
      '其后的各项服务 · for the console: services in processes of their own behind its address, `competitions=http://host:8080,http://host2:8080;awards=http://host:8080`; `dns+http://name:8080` stands for every address behind the name, looked up every 2 s',
    ),
  SECOND_FACTOR: secondFactorRule
    .default('optional')
    .describe(
      '动态口令 · whether administrators, operators, organisers and committee members sign in with one-time codes: `optional` (each union may require it) or `required`',
    ),
  BREACHED_PASSWORDS: z
    .string()
    .min(1)
    .optional()
    .describe(
      '已泄露密码名单 · folder of passwords that were leaked elsewhere, which nobody may choose: files of Have I Been Pwned’s ranges, `00000.txt` to `FFFFF.txt` (lines `<35 digits of the SHA-1>:<count>`); nothing is sent to anybody',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('指标令牌 · bearer token with which Prometheus may read `/metrics`'),
  WEBHOOK_ADDRESSES: z
    .string()
    .refine(isAddresses, '须为逗号分隔的 IP 或网段 / must be IP addresses or ranges, separated by commas')
    .optional()
    .describe(
      '可回调的地址，逗号分隔的 IP 或网段 · addresses or ranges that webhooks may call, `10.0.0.0/8,fd00::/8`; every other address is refused, also behind a name',
    ),
  SMTP_URL: url('smtps?')
    .refine((text) => URL.canParse(text))
    .optional()
    .describe(
      '邮件服务器 · mail server for reminders, `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`; without it digests are logged instead',
    ),
  SMTP_FROM: z
    .string()
    .min(3)
    .default('jiangong@localhost')
    .describe('发件人 · sender of mails, `劳动竞赛办公室 <contest@union.example>`'),
  ROBOT_ADDRESSES: z
    .string()
    .refine(isAddresses, '须为逗号分隔的 IP 或网段 / must be IP addresses or ranges, separated by commas')
    .optional()
    .describe(
      '群机器人可用的其他地址，逗号分隔的 IP 或网段 · addresses or ranges that robots of group chats may have besides the hosts of DingTalk, Feishu and WeCom',
    ),
  PUBLIC_URL: url('https?')
    .refine((text) => URL.canParse(text))
    .optional()
    .describe(
      '公开网址 · address at which people reach this system, `https://honours.example.cn`; QR codes of certificates and paper sheets lead there',
    ),
  BODY_LIMIT: z.coerce.number().int().min(1024).default(1_048_576).describe('请求体上限 · largest request body, bytes'),
  FILE_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('附件保留天数 · days after which an uploaded file that no record names is removed'),
  CLAMD: z
    .string()
    .regex(/^.+:\d{1,5}$/)
    .optional()
    .describe('病毒扫描 · `host:port` of a clamd that scans uploads; while it does not answer, none is kept'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('日志级别 · least severe log line'),
  AUDIENCE: z
    .string()
    .min(1)
    .default('jiangong')
    .describe('令牌受众 · `aud` that bearer tokens must carry, alone or in a list'),
  TRUST_PROXY: z
    .string()
    .refine(isAddresses, '须为逗号分隔的 IP 或网段 / must be IP addresses or ranges, separated by commas')
    .optional()
    .describe(
      '可信代理，逗号分隔的 IP 或网段 · proxies in front whose `X-Forwarded-For` names the client: addresses or ranges, `10.0.0.5,192.168.0.0/16`; sign-in limits count by the client',
    ),
});
/** The settings of a process as they are read, with the addresses of its store and its log. */
export type Config = z.infer<typeof configSchema> & { STORE_URL: string; LOG_URL: string };

/**
 * Reads the settings; throws one error that names every faulty one.
 * @example
 * ```ts
 * readConfig({ DATA: '/data' }).STORE_URL; // → 'file:/data'
 * ```
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = { ...fromFiles(env), ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')) };
  const read = configSchema.safeParse(given);
  if (!read.success)
    throw faulty(read.error.issues.map(({ path }) => expected(path[0] as keyof typeof configSchema.shape)));
  const config = read.data;
  return {
    ...config,
    STORE_URL: config.STORE_URL ?? `file:${config.DATA}`,
    LOG_URL: config.LOG_URL ?? `file:${config.DATA}`,
  };
}

const faulty = (settings: string[]) => new Error(`配置有误 / faulty settings: ${[...new Set(settings)].join('; ')}`);

/**
 * Variables that look like a misspelt setting, each with the setting that it is nearest to; all others are not ours.
 * @example
 * ```ts
 * misspelt({ STORE_ULR: 'file:/data', PATH: '/bin' }); // → [['STORE_ULR', 'STORE_URL']]
 * ```
 */
export function misspelt(env: Record<string, string | undefined>): [given: string, setting: string][] {
  const settings = Object.keys(configSchema.shape).flatMap((name) => [name, `${name}_FILE`]);
  return Object.keys(env).flatMap((given): [string, string][] => {
    if (settings.includes(given)) return [];
    const apart = settings.map((setting) => leven(given.toUpperCase(), setting));
    const least = Math.min(...apart);
    // A letter in four, two at most: HOME is no HOST, DATE may be DATA.
    return least <= Math.min(2, given.length / 4) ? [[given, settings[apart.indexOf(least)]!]] : [];
  });
}

/** What a setting must be, in the words of its table; what it was may be a secret. */
function expected(name: keyof typeof configSchema.shape): string {
  const form = z.toJSONSchema(configSchema.shape[name], { io: 'input', unrepresentable: 'any' });
  const { enum: choices, minimum, maximum, minLength } = form;
  const bounds = choices
    ? ` ${choices.join(' | ')}`
    : [
        ['≥ ', minimum ?? minLength],
        ['≤ ', maximum],
      ]
        .map(([sign, bound]) =>
          bound !== undefined && Math.abs(Number(bound)) < Number.MAX_SAFE_INTEGER ? ` ${sign}${bound}` : '',
        )
        .join('');
  return `${name}（${configSchema.shape[name].description}${bounds && `:${bounds}`}）`;
}

/** A setting may stand in a file instead, named by `<setting>_FILE`, as secrets of containers do. */
function fromFiles(env: Record<string, string | undefined>): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const name of Object.keys(configSchema.shape)) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    try {
      const text = readFileSync(file, 'utf8').trim();
      if (text !== '') settings[name] = text;
    } catch (error) {
      throw faulty([`${name}_FILE（文件不可读 · the file cannot be read: ${(error as Error).message}）`]);
    }
  }
  return settings;
}

/** The settings as a Markdown table. */
export function configTable(): string {
  const rows = Object.entries(configSchema.shape).map(([name, schema]) => {
    const fallback = schema instanceof z.ZodDefault ? `\`${schema.def.defaultValue}\`` : '';
    return `| \`${name}\` | ${fallback} | ${schema.description} |`;
  });
  return ['| 变量 · variable | 默认 · default | 含义 · meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
