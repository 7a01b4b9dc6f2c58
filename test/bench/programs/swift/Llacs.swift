import Foundation

struct Llac {
    let nom: String
    let metres: Double
    var visites = 0
}

enum Mida {
    case petit, gran
}

final class Guia {
    private var llacs: [String: Llac] = [:]

    func afegeix(_ llac: Llac) {
        llacs[llac.nom] = llac
    }

    func visita(_ nom: String) -> Bool {
        guard var llac = llacs[nom] else {
            return false
        }
        llac.visites += 1
        llacs[nom] = llac
        return true
    }

    func mida(de nom: String) -> Mida? {
        llacs[nom].map { $0.metres > 500 ? .gran : .petit }
    }
}

let guia = Guia()
guia.afegeix(Llac(nom: "Certascan", metres: 1_200))
print(guia.visita("Certascan"), guia.mida(de: "Certascan") as Any)
