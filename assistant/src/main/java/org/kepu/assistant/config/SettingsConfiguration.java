package org.kepu.assistant.config;

import org.kepu.assistant.account.AccountSettings;
import org.kepu.assistant.account.OidcSettings;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.assistant.educator.StudioSettings;
import org.kepu.assistant.guard.GuardSettings;
import org.kepu.assistant.kiosk.KioskSettings;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.report.ReportSettings;
import org.kepu.assistant.site.SiteSettings;
import org.kepu.assistant.wechat.WechatSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** All settings, by name: to search every package for them would cost every start a second. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AccountSettings.class,
  ChatSettings.class,
  DatabaseSettings.class,
  GuardSettings.class,
  HomeSettings.class,
  KioskSettings.class,
  ModelSettings.class,
  OidcSettings.class,
  ReachSettings.class,
  ReportSettings.class,
  SearchSettings.class,
  SiteSettings.class,
  SourceSettings.class,
  StudioSettings.class,
  WechatSettings.class
})
class SettingsConfiguration {}
