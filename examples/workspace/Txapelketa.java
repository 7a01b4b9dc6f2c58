// Pilota-txapelketa bateko sailkapena.
// Exekutatzeko: java Txapelketa.java

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class Txapelketa {

    /** Partida bat: bikote bakoitzaren izena eta tantoak. 22 tanto egiten dituenak irabazten du. */
    record Partida(String etxekoa, int etxekoTantoak, String kanpokoa, int kanpokoTantoak) {
        String irabazlea() {
            return etxekoTantoak > kanpokoTantoak ? etxekoa : kanpokoa;
        }
    }

    /** Sailkapeneko lerro bat: zenbat partida irabazi dituen eta zenbateko tanto-aldea duen. */
    record Lerroa(String bikotea, int irabaziak, int aldea) {
        Lerroa gehitu(boolean irabazi, int tantoAldea) {
            return new Lerroa(bikotea, irabaziak + (irabazi ? 1 : 0), aldea + tantoAldea);
        }
    }

    /** Sailkapena egiten du: irabazitako partiden arabera eta, berdinduz gero, tanto-aldearen arabera. */
    static List<Lerroa> sailkapena(List<Partida> partidak) {
        Map<String, Lerroa> lerroak = new LinkedHashMap<>();
        for (Partida p : partidak) {
            int aldea = p.etxekoTantoak() - p.kanpokoTantoak();
            for (String bikotea : List.of(p.etxekoa(), p.kanpokoa())) {
                Lerroa lerroa = lerroak.getOrDefault(bikotea, new Lerroa(bikotea, 0, 0));
                int berea = bikotea.equals(p.etxekoa()) ? aldea : -aldea;
                lerroak.put(bikotea, lerroa.gehitu(bikotea.equals(p.irabazlea()), berea));
            }
        }
        List<Lerroa> ordenatuta = new ArrayList<>(lerroak.values());
        ordenatuta.sort(Comparator.comparingInt(Lerroa::irabaziak).thenComparingInt(Lerroa::aldea).reversed());
        return ordenatuta;
    }

    /** Sailkapena taula batean idazten du: postua, bikotea, irabazitako partidak eta tanto-aldea. */
    static void idatzi(List<Lerroa> sailkapena) {
        System.out.println("Sailkapena");
        // Egiteke: idatzi lerro bat bikote bakoitzeko, zutabeak lerrokatuta.

    }

    public static void main(String[] args) {
        List<Partida> partidak = List.of(
            new Partida("Ane eta Miren", 22, "Jon eta Iker", 17),
            new Partida("Jon eta Iker", 22, "Nerea eta Unai", 20),
            new Partida("Nerea eta Unai", 12, "Ane eta Miren", 22));
        List<Lerroa> sailkapena = sailkapena(partidak);
        idatzi(sailkapena);
        System.out.println("Lehena: " + sailkapena.get(0).bikotea());
    }
}
