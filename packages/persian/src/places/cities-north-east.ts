/** Cities by province code; the county centres and the larger towns, capital first. */
export const northEastCities = {
  '01': `
    رشت Rasht، بندر انزلی Bandar-e Anzali، لاهیجان Lahijan، لنگرود Langarud، تالش (هشتپر) Talesh،
    آستارا Astara، صومعه‌سرا Sowme'eh Sara، فومن Fuman، رودسر Rudsar،
    آستانهٔ اشرفیه Astaneh-ye Ashrafiyeh، رودبار Rudbar، سیاهکل Siahkal، املش Amlash،
    رضوانشهر Rezvanshahr، شفت Shaft، ماسال Masal، خمام Khomam، منجیل Manjil، لوشان Lowshan،
    کوچصفهان Kuchesfahan، کیاشهر Kiashahr، چابکسر Chaboksar، کلاچای Kelachay، اسالم Asalem،
    خشکبیجار Khoshk-e Bijar، سنگر Sangar، ماسوله Masuleh، رحیم‌آباد Rahimabad، لشت‌نشا Lasht-e Nesha،
    پره‌سر Pareh Sar`,
  '02': `
    ساری Sari، آمل Amol، بابل Babol، قائم‌شهر Qaem Shahr، بهشهر Behshahr، چالوس Chalus، نوشهر Nowshahr،
    تنکابن Tonekabon، رامسر Ramsar، بابلسر Babolsar، نکا Neka، محمودآباد Mahmudabad، نور Nur،
    جویبار Juybar، فریدونکنار Fereydunkenar، پل سفید Pol-e Sefid، گلوگاه Galugah، کیاکلا Kiakola،
    شیرگاه Shirgah، عباس‌آباد Abbasabad، کلاردشت Kelardasht، سورک Surak، کیاسر Kiasar،
    سلمان‌شهر Salmanshahr، رویان Royan، امیرکلا Amirkola، زیرآب Zirab، بلده Baladeh،
    مرزن‌آباد Marzanabad، چمستان Chamestan، رستمکلا Rostamkola، نشتارود Nashtarud، ایزدشهر Izadshahr،
    سرخرود Sorkhrud، بهنمیر Bahnemir، کلارآباد Kelarabad، کتالم و سادات‌شهر Katalem and Sadatshahr`,
  '27': `
    گرگان Gorgan، گنبد کاووس Gonbad-e Kavus، علی‌آباد کتول Aliabad-e Katul، آق‌قلا Aqqala،
    بندر ترکمن Bandar-e Torkaman، آزادشهر Azadshahr، کردکوی Kordkuy، کلاله Kalaleh، مینودشت Minudasht،
    رامیان Ramian، بندر گز Bandar-e Gaz، گالیکش Galikash، گمیشان Gomishan، مراوه‌تپه Maraveh Tappeh،
    فاضل‌آباد Fazelabad، خان‌ببین Khan Bebin، اینچه‌برون Incheh Borun، دلند Daland،
    سیمین‌شهر Siminshahr، انبارآلوم Anbar Olum، نگین‌شهر Neginshahr`,
  '20': `
    سمنان Semnan، شاهرود Shahrud، دامغان Damghan، گرمسار Garmsar، مهدی‌شهر Mehdishahr، ایوانکی Eyvanki،
    میامی Meyami، سرخه Sorkheh، آرادان Aradan، شهمیرزاد Shahmirzad، بسطام Bastam، مجن Mojen،
    بیارجمند Biarjomand، کلاته خیج Kalateh-ye Khij، درجزین Darjazin، امیریه Amiriyeh، دیباج Dibaj`,
  '28': `
    بجنورد Bojnord، شیروان Shirvan، اسفراین Esfarayen، آشخانه Ashkhaneh، جاجرم Jajarm، فاروج Faruj،
    گرمه Garmeh، راز Raz، بام Bam، درق Daraq، صفی‌آباد Safiabad، حصار گرم‌خان Hesar-e Garmkhan،
    سنخواست Sankhast، شوقان Shoqan، لوجلی Lujali`,
  '09': `
    مشهد Mashhad، نیشابور Neyshabur، سبزوار Sabzevar، تربت حیدریه Torbat-e Heydarieh،
    تربت جام Torbat-e Jam، قوچان Quchan، کاشمر Kashmar، چناران Chenaran، تایباد Taybad، سرخس Sarakhs،
    گناباد Gonabad، فریمان Fariman، درگز Dargaz، خواف Khaf، بردسکن Bardaskan، طرقبه Torqabeh،
    شاندیز Shandiz، رشتخوار Roshtkhar، باخرز Bakharz، بجستان Bajestan، فیروزه Firuzeh،
    خلیل‌آباد Khalilabad، کلات Kalat، نقاب Neqab، فیض‌آباد Feyzabad، دولت‌آباد Dowlatabad،
    ششتمد Sheshtomad، داورزن Davarzan، جغتای Joghatay، گلبهار Golbahar، صالح‌آباد Salehabad،
    ریوش (کوهسرخ) Rivash، سلطان‌آباد Soltanabad، رضویه Razaviyeh، ملک‌آباد Malekabad، نصرآباد Nasrabad،
    قدمگاه Qadamgah، درود Darrud، کاخک Kakhk، سنگان Sangan، انابد Anabad، باجگیران Bajgiran،
    نشتیفان Nashtifan، خرو Kharv، بیدخت Beydokht`,
  '29': `
    بیرجند Birjand، قائن Qaen، طبس Tabas، فردوس Ferdows، نهبندان Nehbandan، بشرویه Boshruyeh،
    سرایان Sarayan، سربیشه Sarbisheh، اسدیه Asadiyeh، خوسف Khusf، حاجی‌آباد Hajiabad، اسفدن Esfeden،
    خضری دشت بیاض Khezri Dasht Bayaz، آیسک Ayask، اسلامیه Eslamiyeh، سه‌قلعه Seh Qaleh، شوسف Shusef،
    عشق‌آباد Eshqabad، دیهوک Deyhuk، طبس مسینا Tabas-e Masina، مود Mud`,
} as const
