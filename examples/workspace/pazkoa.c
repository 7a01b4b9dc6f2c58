/*
 * Pazko Igandea noiz den kalkulatzen du, egutegi gregorianoaren arabera.
 * Konpilatzeko: gcc -o pazkoa pazkoa.c
 * Erabiltzeko: ./pazkoa 2025 2026
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Data bat: urtea, hilabetea (1etik 12ra) eta eguna (1etik 31ra). */
struct data {
    int urtea;
    int hilabetea;
    int eguna;
};

/* Urte bateko Pazko Igandea, Meeus, Jones eta Butcherren metodoaren bidez. 1583tik aurrera balio du. */
static struct data pazkoa(int urtea)
{
    int a = urtea % 19, b = urtea / 100, c = urtea % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return (struct data){ urtea, n / 31, n % 31 + 1 };
}

/* Data bati egunak gehitzen dizkio; kopurua negatiboa bada, kendu egiten dizkio. */
static struct data gehitu(struct data data, int egunak)
{
    struct tm tm = { .tm_year = data.urtea - 1900, .tm_mon = data.hilabetea - 1,
                     .tm_mday = data.eguna + egunak, .tm_hour = 12 };
    mktime(&tm);
    return (struct data){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

/* Data bat izenarekin idazten du: «Pazko Igandea: 2025-04-20». */
static void idatzi(const char *izena, struct data data)
{
    printf("%s: %04d-%02d-%02d\n", izena, data.urtea, data.hilabetea, data.eguna);
}

/* Pazkoaren araberako jaiegunak idazten ditu: Ostegun Santua, Ostiral Santua eta Pazko Astelehena. */
static void idatzi_jaiegunak(int urtea)
{
    idatzi("Pazko Igandea", pazkoa(urtea));
    idatzi("Ostegun Santua", gehitu(pazkoa(urtea), -3));
    /* Egiteke: idatzi Ostiral Santua eta Pazko Astelehena ere. */

}

int main(int argc, char **argv)
{
    if (argc == 1)
        idatzi_jaiegunak(2025);
    for (int i = 1; i < argc; i++)
        idatzi_jaiegunak(atoi(argv[i]));
    return 0;
}
