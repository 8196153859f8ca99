import type { StaffLocale } from '../account/words';

/** The Chinese names of the topics, as the reports have them; a test holds them equal. */
const NAMES: Readonly<Record<string, string>> = {
  astronomy: '天文',
  'solar-system': '太阳系',
  sun: '太阳',
  moon: '月球',
  planets: '行星',
  'small-bodies': '小天体',
  stars: '恒星',
  galaxies: '星系与宇宙',
  constellations: '星座与星宿',
  eclipses: '日月食',
  calendar: '历法与节气',
  telescopes: '望远镜',
  observing: '观星',
  'space-flight': '航天',
  'history-of-astronomy': '天文学史',
  'natural-history': '自然历史',
  'geologic-time': '地质年代',
  dinosaurs: '恐龙',
  pterosaurs: '翼龙与海生爬行动物',
  fossils: '化石',
  evolution: '演化',
  'human-evolution': '人类演化',
  minerals: '矿物',
  rocks: '岩石',
  'volcanoes-earthquakes': '火山与地震',
  'human-body': '人体',
  oceans: '海洋',
  climate: '气候',
  biodiversity: '生物多样性',
  milu: '麋鹿',
  deer: '鹿类',
  mammals: '兽类',
  birds: '鸟类',
  insects: '昆虫与蜘蛛',
  'amphibians-reptiles': '两栖爬行动物',
  fishes: '鱼类',
  plants: '植物',
  fungi: '真菌',
  wetlands: '湿地',
  'invasive-species': '外来入侵物种',
  conservation: '保护',
  ecology: '生态',
  academy: '场馆与活动',
  venues: '场馆',
  programmes: '科普活动',
};

/** What a topic is called. Its code is its English name. */
export function topicName(code: string, locale: StaffLocale): string {
  const english = code.replaceAll('-', ' ');
  return locale === 'en' ? english.charAt(0).toUpperCase() + english.slice(1) : (NAMES[code] ?? code);
}
