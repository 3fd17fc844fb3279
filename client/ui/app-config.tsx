import { ConfigProvider, theme } from 'antd';
import type { ReactNode } from 'react';
import type { Tokens } from './tokens.ts';

const BASE_PIXELS = 14;
const CONTROL_PIXELS = 32;
const RADIUS_PIXELS = 4;

/** The address of the response's own nonce: antd adds style elements, which the content policy refuses without it. */
const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

interface AppConfigProps {
  readonly tokens: Tokens;
  readonly dark: boolean;
  /** 2 on the big screen: everything is doubled. */
  readonly scale: number;
  readonly fontFamily: string;
  readonly children: ReactNode;
}

/** Dresses the widget library in our tokens. */
export function AppConfig({ tokens, dark, scale, fontFamily, children }: AppConfigProps) {
  return (
    <ConfigProvider
      csp={{ nonce: NONCE }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: tokens.primary,
          colorInfo: tokens.primary,
          colorError: tokens.red,
          colorText: tokens.ink,
          colorTextSecondary: tokens.ink2,
          colorBgBase: tokens.surface,
          colorBgContainer: tokens.surface,
          colorBgElevated: tokens.surface,
          colorBorder: tokens.hairline,
          colorBorderSecondary: tokens.hairline,
          borderRadius: RADIUS_PIXELS * scale,
          fontFamily,
          fontSize: BASE_PIXELS * scale,
          controlHeight: CONTROL_PIXELS * scale,
          motion: false,
        },
        components: {
          Segmented: {
            trackBg: tokens.ground,
            itemSelectedBg: tokens.primary,
            itemSelectedColor: tokens.surface,
          },
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
