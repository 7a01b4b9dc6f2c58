import type { IdentifiedLanguage } from '../../../src/core/language/spoken/identify';

/** Pieces of answers about code, written here for tests and benchmarks. */
export interface AnswerPieces {
  readonly openings: readonly string[];
  readonly middles: readonly string[];
  readonly items: readonly string[];
  readonly headings: readonly string[];
  readonly closings: readonly string[];
}

export const pieces: Readonly<Record<Exclude<IdentifiedLanguage, 'fr'>, AnswerPieces>> = {
  es: {
    openings: [
      'Esta función recorre la lista de facturas y suma solo los importes que siguen pendientes de cobro.',
      'El código que has enviado lee un archivo línea a línea y guarda en un diccionario cuántas veces aparece cada palabra.',
      'Lo que ves es una consulta que une las dos tablas y devuelve los clientes que todavía no han hecho ningún pedido.',
      'El fallo está en que el bucle empieza en uno, así que el primer elemento de la lista nunca se comprueba.',
      'La clase `Cesta` guarda los productos que ha elegido la persona y calcula el total cada vez que se pide.',
    ],
    middles: [
      'Primero comprueba que el parámetro `ruta` no esté vacío. Si lo está, devuelve enseguida una lista sin elementos y no abre ningún archivo.',
      'Fíjate en que `sorted()` no cambia la lista original, sino que crea otra nueva. Por eso el resultado hay que guardarlo en una variable.',
      'Cuando la conexión falla, el programa espera unos segundos y lo intenta de nuevo. Después de tres intentos deja de insistir y avisa a quien lo llamó.',
      'El coste crece con el cuadrado del número de elementos, porque para cada uno vuelve a mirar todos los demás. Con pocos datos no se nota.',
      'La variable `total` empieza en cero y en cada vuelta se le añade el precio del producto. Al final contiene la suma de todos ellos.',
      'Conviene cerrar el archivo aunque algo salga mal. La forma más sencilla es usar `with`, que lo cierra por su cuenta al salir del bloque.',
    ],
    items: [
      'lee el nombre y la edad de cada persona;',
      'descarta las líneas que no tienen los tres campos;',
      'ordena lo que queda por fecha, de la más antigua a la más nueva;',
      'escribe el resultado en un archivo nuevo.',
    ],
    headings: ['Cómo funciona', 'Paso a paso', 'Qué puedes mejorar'],
    closings: [
      'Si quieres, puedo enseñarte cómo escribir una prueba para este caso.',
      'Con este cambio la función ya devuelve lo que esperabas.',
      'Recuerda que los nombres de las variables no cambian el resultado, pero ayudan mucho a entender el código.',
    ],
  },
  ca: {
    openings: [
      'Aquesta funció recorre la llista de factures i suma només els imports que encara estan pendents de cobrament.',
      'El codi que has enviat llegeix un fitxer línia per línia i desa en un diccionari quantes vegades surt cada paraula.',
      'El que veus és una consulta que uneix les dues taules i torna els clients que encara no han fet cap comanda.',
      "L'error és que el bucle comença en u, de manera que el primer element de la llista no es comprova mai.",
      'La classe `Cistella` desa els productes que ha triat la persona i calcula el total cada vegada que se li demana.',
    ],
    middles: [
      'Primer comprova que el paràmetre `ruta` no sigui buit. Si ho és, torna de seguida una llista sense elements i no obre cap fitxer.',
      "Fixa't que `sorted()` no canvia la llista original, sinó que en crea una de nova. Per això cal desar el resultat en una variable.",
      "Quan la connexió falla, el programa espera uns quants segons i ho torna a provar. Després de tres intents deixa d'insistir i avisa qui l'ha cridat.",
      "El cost creix amb el quadrat del nombre d'elements, perquè per a cadascun torna a mirar tots els altres. Amb poques dades no es nota.",
      'La variable `total` comença en zero i a cada volta se li afegeix el preu del producte. Al final conté la suma de tots plegats.',
      'Convé tancar el fitxer encara que alguna cosa vagi malament. La manera més senzilla és fer servir `with`, que el tanca tot sol quan surt del bloc.',
    ],
    items: [
      "llegeix el nom i l'edat de cada persona;",
      'descarta les línies que no tenen els tres camps;',
      'ordena les que queden per data, de la més antiga a la més nova;',
      'escriu el resultat en un fitxer nou.',
    ],
    headings: ['Com funciona', 'Pas a pas', 'Què pots millorar'],
    closings: [
      'Si vols, et puc ensenyar com escriure una prova per a aquest cas.',
      'Amb aquest canvi la funció ja torna el que esperaves.',
      'Recorda que els noms de les variables no canvien el resultat, però ajuden molt a entendre el codi.',
    ],
  },
  gl: {
    openings: [
      'Esta función percorre a lista de facturas e suma só os importes que aínda están pendentes de cobro.',
      'O código que enviaches le un ficheiro liña a liña e garda nun dicionario cantas veces aparece cada palabra.',
      'O que ves é unha consulta que une as dúas táboas e devolve os clientes que aínda non fixeron ningún pedido.',
      'O fallo está en que o bucle comeza en un, así que o primeiro elemento da lista nunca se comproba.',
      'A clase `Cesta` garda os produtos que escolleu a persoa e calcula o total cada vez que llo piden.',
    ],
    middles: [
      'Primeiro comproba que o parámetro `ruta` non estea baleiro. Se o está, devolve de contado unha lista sen elementos e non abre ningún ficheiro.',
      'Repara en que `sorted()` non cambia a lista orixinal, senón que crea outra nova. Por iso o resultado hai que gardalo nunha variable.',
      'Cando a conexión falla, o programa agarda uns segundos e téntao de novo. Despois de tres intentos deixa de insistir e avisa a quen o chamou.',
      'O custo medra co cadrado do número de elementos, porque para cada un volve mirar todos os demais. Con poucos datos non se nota.',
      'A variable `total` comeza en cero e en cada volta engádeselle o prezo do produto. Ao final contén a suma de todos eles.',
      'Convén pechar o ficheiro aínda que algo saia mal. O xeito máis sinxelo é usar `with`, que o pecha pola súa conta ao saír do bloque.',
    ],
    items: [
      'le o nome e a idade de cada persoa;',
      'descarta as liñas que non teñen os tres campos;',
      'ordena o que queda por data, da máis antiga á máis nova;',
      'escribe o resultado nun ficheiro novo.',
    ],
    headings: ['Como funciona', 'Paso a paso', 'Que podes mellorar'],
    closings: [
      'Se queres, podo ensinarche como escribir unha proba para este caso.',
      'Con este cambio a función xa devolve o que agardabas.',
      'Lembra que os nomes das variables non cambian o resultado, pero axudan moito a entender o código.',
    ],
  },
  eu: {
    openings: [
      'Funtzio honek fakturen zerrenda zeharkatzen du eta oraindik kobratu gabe dauden zenbatekoak baino ez ditu batzen.',
      'Bidali duzun kodeak fitxategi bat lerroz lerro irakurtzen du eta hitz bakoitza zenbat aldiz agertzen den gordetzen du hiztegi batean.',
      'Hor duzun kontsultak bi taulak lotzen ditu eta oraindik eskaerarik egin ez duten bezeroak itzultzen ditu.',
      'Akatsa hau da: begizta batetik hasten da, eta beraz zerrendako lehen elementua ez da inoiz egiaztatzen.',
      '`Saskia` klaseak pertsonak aukeratu dituen produktuak gordetzen ditu eta eskatzen zaion bakoitzean guztira kalkulatzen du.',
    ],
    middles: [
      'Lehenik `bidea` parametroa hutsik ez dagoela egiaztatzen du. Hutsik badago, elementurik gabeko zerrenda bat itzultzen du berehala eta ez du fitxategirik irekitzen.',
      'Kontuan izan `sorted()` funtzioak ez duela jatorrizko zerrenda aldatzen, beste berri bat sortzen baitu. Horregatik, emaitza aldagai batean gorde behar da.',
      'Konexioak huts egiten duenean, programak segundo batzuk itxaroten ditu eta berriro saiatzen da. Hiru saiakeraren ondoren, utzi egiten dio eta deitu dionari jakinarazten dio.',
      'Kostua elementu kopuruaren karratuarekin hazten da, bakoitzerako beste guztiak berriro begiratzen baititu. Datu gutxirekin ez da nabaritzen.',
      '`total` aldagaia zeroan hasten da eta bira bakoitzean produktuaren prezioa gehitzen zaio. Amaieran guztien batura dauka.',
      'Komeni da fitxategia ixtea, zerbait gaizki ateratzen bada ere. Modurik errazena `with` erabiltzea da, blokea amaitzean berez ixten baitu.',
    ],
    items: [
      'pertsona bakoitzaren izena eta adina irakurtzen ditu;',
      'hiru eremuak ez dituzten lerroak baztertzen ditu;',
      'geratzen direnak dataren arabera ordenatzen ditu, zaharrenetik berrienera;',
      'emaitza fitxategi berri batean idazten du.',
    ],
    headings: ['Nola dabilen', 'Urratsez urrats', 'Zer hobetu dezakezun'],
    closings: [
      'Nahi baduzu, kasu honetarako proba bat nola idatzi erakutsiko dizut.',
      'Aldaketa honekin funtzioak espero zenuena itzultzen du jada.',
      'Gogoan izan aldagaien izenek ez dutela emaitza aldatzen, baina asko laguntzen dute kodea ulertzen.',
    ],
  },
  oc: {
    openings: [
      'Aguesta foncion recor era lista de factures e hè era soma des imports que encara demoren pendents de cobrar.',
      'Eth còdi que as enviat liegen un fichèr linha per linha e sauve en un diccionari guairi viatges i ei cada paraula.',
      'Aquerò que ves ei ua consulta que junh es dues taules e torne es clients que encara non an hèt cap comana.',
      'Era error ei que eth bucle comence en un, e atau eth prumèr element dera lista non se verifique jamès.',
    ],
    middles: [
      'Prumèr verifique que eth paramètre `ruta` non sigue uet. Se ac ei, torne de seguit ua lista sense elements e non daurís cap fichèr.',
      'Guarda que `sorted()` non càmbie era lista originau, senon que ne hè ua auta de naua. Per aquerò cau sauvar eth resultat en ua variabla.',
      'Quan era connexion non foncione, eth programa demore quauqui segonds e torne a sajar. Dempús de tres viatges dèishe de sajar e avise ad aqueth que l’a cridat.',
      'Era variabla `total` comence en zèro e en cada torn se li higen eth prètz deth producte. Ara fin a era soma de toti.',
    ],
    items: [
      'liegen eth nòm e era edat de cada persona;',
      'dèishe de costat es linhes que non an es tres camps;',
      'ordene çò que demore per data, dera mès vielha ara mès naua;',
      'escriu eth resultat en un fichèr nau.',
    ],
    headings: ['Com foncione', 'Pas a pas', 'Qué pòs melhorar'],
    closings: [
      'Se vòs, te posqui mostrar com escríuer ua pròva entad aguest cas.',
      'Damb aguest cambi era foncion ja torne çò qu’esperaues.',
    ],
  },
  en: {
    openings: [
      'This function goes through the list of invoices and adds up only the amounts that have not been paid yet.',
      'The code that you sent reads a file line by line and keeps in a dictionary how often each word appears.',
      'What you see is a query that joins the two tables and returns the customers who have not placed an order so far.',
      'The mistake is that the loop starts at one, so the first element of the list is never checked.',
      'The class `Basket` keeps the products that the person has chosen and works out the total each time it is asked.',
    ],
    middles: [
      'First it checks that the parameter `path` is not empty. If it is, it returns a list without elements right away and opens no file.',
      'Note that `sorted()` does not change the original list but creates a new one. That is why the result has to be kept in a variable.',
      'When the connection fails, the program waits a few seconds and tries again. After three attempts it gives up and tells whoever called it.',
      'The cost grows with the square of the number of elements, because for each of them it looks at all the others again. With little data you will not notice.',
      'The variable `total` starts at zero and in each round the price of the product is added to it. In the end it holds the sum of all of them.',
      'It is wise to close the file even when something goes wrong. The easiest way is to use `with`, which closes it by itself when the block ends.',
    ],
    items: [
      'reads the name and the age of each person;',
      'leaves out the lines that do not have all three fields;',
      'sorts what is left by date, from the oldest to the newest;',
      'writes the result to a new file.',
    ],
    headings: ['How it works', 'Step by step', 'What you can improve'],
    closings: [
      'If you like, I can show you how to write a test for this case.',
      'With this change the function returns what you expected.',
      'Remember that the names of the variables do not change the result, but they help a lot to understand the code.',
    ],
  },
  pt: {
    openings: [
      'Esta função percorre a lista de faturas e soma apenas os valores que ainda não foram pagos.',
      'O código que você enviou lê um arquivo linha por linha e guarda em um dicionário quantas vezes cada palavra aparece.',
      'O que você vê é uma consulta que junta as duas tabelas e devolve os clientes que ainda não fizeram nenhuma encomenda.',
    ],
    middles: [
      'Primeiro verifica se o parâmetro `caminho` não está vazio. Se estiver, devolve logo uma lista sem elementos e não abre nenhum arquivo.',
      'Repare que `sorted()` não muda a lista original, mas cria uma nova. Por isso o resultado tem de ser guardado em uma variável.',
      'Quando a conexão falha, o programa espera alguns segundos e tenta de novo. Depois de três tentativas desiste e avisa quem o chamou.',
    ],
    items: [
      'lê o nome e a idade de cada pessoa;',
      'descarta as linhas que não têm os três campos;',
      'escreve o resultado em um arquivo novo.',
    ],
    headings: ['Como funciona', 'Passo a passo', 'O que você pode melhorar'],
    closings: [
      'Se você quiser, posso mostrar como escrever um teste para este caso.',
      'Com esta mudança a função já devolve o que você esperava.',
    ],
  },
};
