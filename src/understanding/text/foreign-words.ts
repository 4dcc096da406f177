/** Function words that are no English words, by language: enough to know a sentence is not English. */
const FOREIGN = new Map<string, Set<string>>(
  Object.entries({
    fr: 'bonsoir salut revoir le la les des une est je tu il elle nous vous ils dans pour avec sur pas que qui mon ma mes votre vos ce cette bonjour merci où comment quel quelle quand très plus être avoir fait cherche voudrais commande suis ai au aux du et ou mais sont quoi pourquoi oui moins cher livraison aimerais puis peux pouvez',
    es: 'buenos buenas días tardes noches adiós adios el los las una es yo tú él ella para con por que qué no mi mis su sus este esta hola gracias dónde donde cómo como cuánto cuando muy más estoy quiero necesito pedido busco del al y pero son ser está están tengo hay cuál puedo puede quisiera me gustaría precio usted',
    de: 'guten morgen tag abend tschüss der die das ein eine ist ich du er sie wir ihr und oder nicht mit für auf von zu den dem im mein meine wo wie wann sehr hallo danke bitte möchte suche brauche bestellung kann haben habe sind gibt es auch aber mir mich noch unter euro welche warum',
    it: 'buonasera arrivederci prego il lo gli una è io tu lui lei noi per con che non mio mia questo questa ciao grazie dove come quando molto più sono ho voglio cerco vorrei ordine della del di e ma anche quanto posso buongiorno perché',
    pt: 'bom dia boa tarde noite tchau o os as um uma é eu você ele ela para com que não meu minha este esta olá obrigado obrigada onde como quando muito mais estou quero preciso pedido procuro do da e mas tem posso quanto gostaria',
    nl: 'goedemorgen goedemiddag goedenavond goedendag de het een is ik jij hij zij wij en of niet met voor op van mijn waar hoe wanneer zeer hallo dank bedankt wil zoek nodig bestelling kan heb zijn ook maar dit dat naar goedkoop graag',
    sv: 'jag du han hon vi och eller inte med för på av min var hur när mycket hej tack vill söker behöver kan har är ett en det den som till från',
    da: 'jeg du han hun vi og eller ikke med på af min hvor hvordan hvornår meget hej tak vil søger kan har er et en det den som til fra',
    pl: 'nie jest się na do w z i ja ty on ona jak gdzie kiedy bardzo dziękuję cześć chcę szukam zamówienie mój moja czy dla że to proszę',
    tr: 've bir bu ne için ile değil çok ben sen nasıl nerede merhaba teşekkürler istiyorum arıyorum siparişim var yok mı mi daha ucuz',
    vi: 'tôi bạn là của và không có cho với một này đó ở đâu bao nhiêu xin chào cảm ơn muốn mua tìm giá rẻ được',
    id: 'selamat pagi siang malam saya anda kamu ini itu dan atau tidak yang untuk dengan dari ke di ada apa berapa mana terima kasih mau cari harga murah pesanan bisa halo',
    fi: 'minä sinä hän ja tai ei on se tämä mikä missä milloin kiitos hei haluan etsin tilaus kuinka paljon',
    cs: 'já ty on ona a nebo ne je na do z s pro jak kde kdy velmi děkuji ahoj chci hledám objednávka můj',
    ro: 'eu tu el ea și sau nu este cu pentru pe de la unde cum când foarte mulțumesc bună vreau caut comanda meu',
    hu: 'én te ő és vagy nem van a az egy hol hogyan mikor nagyon köszönöm szia szeretnék keresek rendelés',
    la: 'lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt ut labore et dolore',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);
/** Words of the lists above that English has too: they prove nothing. */
const SHARED = new Set(
  'a no me mi se note fe on do in is of as he her tu die an am so we to i den van op es e o y on ten sit de la en et al'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  (
    'the a an is are was were be been i you he she it we they my your his her its our their this that these those and or but not ' +
    'in on at of for with to from by as if so do does did have has had can could will would should may might what which who where ' +
    'when why how there here all any some no more most me him them us want need looking look show find get give buy order please ' +
    'thanks thank hello hi hey good bad under over about around than only just very too cheap price best new'
  ).split(' '),
);
const ACCENT = /[àâäáãåæçéèêëíìîïñóòôöõøœßúùûüýÿąćęłńśźżčďěňřšťůžğışőűăâîșțđơưạ-ỹ]/i;

/** Whether Latin words are of another language than English. Unknown words alone (names, models) prove nothing. */
export function foreignness(words: readonly string[]): boolean {
  let english = 0;
  let accented = 0;
  const hits = new Map<string, number>();
  for (const word of words.slice(0, 400)) {
    const lower = word.toLowerCase().replace('’', "'");
    if (ENGLISH.has(lower)) english++;
    if (ACCENT.test(lower)) accented++;
    for (const part of new Set([lower, ...lower.split("'")])) {
      if (part.length === 1 || SHARED.has(part)) continue;
      for (const [language, list] of FOREIGN) if (list.has(part)) hits.set(language, (hits.get(language) ?? 0) + 1);
    }
  }
  const best = Math.max(0, ...hits.values());
  if (english === 0) return best + accented > 0 && best + accented >= words.length / 4;
  return best + accented > english * 1.5;
}
