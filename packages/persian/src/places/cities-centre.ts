/** Cities by province code; the county centres and the larger towns, capital first. */
export const centreCities = {
  '23': `
    تهران Tehran، اسلامشهر Eslamshahr، شهریار Shahriar، قدس Qods، ملارد Malard، گلستان Golestan،
    پاکدشت Pakdasht، قرچک Qarchak، ورامین Varamin، نسیم‌شهر Nasimshahr، اندیشه Andisheh،
    رباط‌کریم Robat Karim، پرند Parand، پردیس Pardis، بومهن Bumehen، دماوند Damavand، فیروزکوه Firuzkuh،
    پیشوا Pishva، باقرشهر Baqershahr، شهر ری Rey، تجریش Tajrish، کهریزک Kahrizak،
    چهاردانگه Chahardangeh، صالحیه Salehiyeh، باغستان Baghestan، وحیدیه Vahidiyeh، صباشهر Sabashahr،
    فردوسیه Ferdowsiyeh، رودهن Rudehen، لواسان Lavasan، حسن‌آباد Hasanabad، فشم Fasham،
    صفادشت Safadasht، نصیرشهر Nasirshahr، شاهدشهر Shahedshahr، آبسرد Absard، کیلان Kilan،
    شریف‌آباد Sharifabad، جوادآباد Javadabad، فرون‌آباد Forunabad، ارجمند Arjomand، شمشک Shemshak`,
  '30': `
    کرج Karaj، فردیس Fardis، هشتگرد Hashtgerd، نظرآباد Nazarabad، محمدشهر Mohammadshahr،
    کمال‌شهر Kamalshahr، ماهدشت Mahdasht، اشتهارد Eshtehard، طالقان Taleqan، مشکین‌دشت Meshkindasht،
    گرمدره Garmdarreh، شهر جدید هشتگرد Hashtgerd New Town، چهارباغ Chaharbagh، کوهسار Kuhsar،
    تنکمان Tankaman، آسارا Asara، گلسار Golsar`,
  '25': `
    قم Qom، جعفریه Jafariyeh، کهک Kahak، دستجرد Dastjerd، قنوات Qanavat، سلفچگان Salafchegan`,
  '26': `
    قزوین Qazvin، تاکستان Takestan، الوند Alvand، محمدیه Mohammadiyeh، اقبالیه Eqbaliyeh، آبیک Abyek،
    بوئین‌زهرا Buin Zahra، آوج Avaj، بیدستان Bidestan، محمودآباد نمونه Mahmudabad Nemuneh،
    شریفیه Sharifiyeh، دانسفهان Danesfahan، اسفرورین Esfarvarin، شال Shal، ضیاءآباد Ziaabad،
    خرمدشت Khorramdasht، آبگرم Abgarm، ارداق Ardaq، رازمیان Razmian، معلم‌کلایه Moallem Kalayeh،
    نرجه Narjeh`,
  '00': `
    اراک Arak، ساوه Saveh، خمین Khomeyn، محلات Mahallat، دلیجان Delijan، شازند Shazand، تفرش Tafresh،
    آشتیان Ashtian، کمیجان Komijan، مأمونیه (زرندیه) Mamuniyeh، فرمهین Farmahin، خنداب Khondab،
    پرندک Parandak، سنجان Senejan، کرهرود Karahrud، نراق Naraq، نیمور Nimvar، مهاجران Mohajeran،
    میلاجرد Milajerd، آستانه Astaneh، داودآباد Davudabad، غرق‌آباد Gharqabad`,
  '10': `
    اصفهان Isfahan، کاشان Kashan، نجف‌آباد Najafabad، خمینی‌شهر Khomeynishahr، شاهین‌شهر Shahin Shahr،
    شهرضا Shahreza، فولادشهر Fuladshahr، مبارکه Mobarakeh، زرین‌شهر Zarrinshahr،
    آران و بیدگل Aran va Bidgol، بهارستان Baharestan، گلپایگان Golpayegan، فلاورجان Falavarjan،
    درچه Dorcheh، سمیرم Semirom، نطنز Natanz، نائین Nain، اردستان Ardestan، خوانسار Khansar،
    داران Daran، فریدون‌شهر Fereydunshahr، تیران Tiran، دهاقان Dehaqan، چادگان Chadegan،
    دولت‌آباد (برخوار) Dowlatabad، خور Khur، بوئین و میاندشت Buin va Miandasht، ورزنه Varzaneh،
    هرند Harand، کوهپایه Kuhpayeh، قهدریجان Qahderijan، کلیشاد و سودرجان Kelishad va Sudarjan،
    گز برخوار Gaz-e Borkhar، میمه Meymeh، ویلاشهر Vilashahr، چمگردان Chamgardan، سده لنجان Sedeh Lenjan،
    باغ بهادران Bagh-e Bahadoran، ورنامخواست Varnamkhast، دیزیچه Dizicheh، پیر بکران Pir Bakran،
    ابریشم Abrisham، خورزوق Khorzuq، حبیب‌آباد Habibabad، دستگرد Dastgerd، سجزی Segzi، قمصر Qamsar،
    نوش‌آباد Nushabad، زواره Zavareh، انارک Anarak، بادرود Badrud، گوگد Gugad، علویجه Alavijeh،
    مهاباد Mahabad، ونک Vanak`,
  '21': `
    یزد Yazd، میبد Meybod، اردکان Ardakan، بافق Bafq، مهریز Mehriz، ابرکوه Abarkuh، تفت Taft،
    اشکذر Ashkezar، حمیدیا Hamidiya، شاهدیه Shahediyeh، زارچ Zarch، هرات Herat، مروست Marvast،
    بهاباد Bahabad، مهردشت Mehrdasht، احمدآباد Ahmadabad، ندوشن Nodushan، نیر Nir، عقدا Aqda`,
  '14': `
    شهرکرد Shahrekord، بروجن Borujen، فارسان Farsan، لردگان Lordegan، سامان Saman، اردل Ardal،
    چلگرد Chelgerd، شلمزار Shalamzar، بن Ben، فرخ‌شهر Farrokhshahr، هفشجان Hafshejan، جونقان Junqan،
    بلداجی Boldaji، فرادنبه Faradonbeh، گندمان Gandoman، کیان Kian، نقنه Naqneh،
    مال خلیفه Mal-e Khalifeh، چلیچه Cholicheh، باباحیدر Babaheydar، سورشجان Sureshjan، نافچ Nafch،
    طاقانک Taqanak، سودجان Sudjan`,
} as const
