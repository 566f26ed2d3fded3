using System.Collections.Immutable;
using System.Text;

namespace Repository.Specs.Forms;

/// <summary>The harder half of the table: what depends on what, and what people and programs send without meaning harm, or meaning it.</summary>
internal sealed partial record FormCase
{
    private static string[] Dependent =>
    [
        "si_acento", "si_alguna", "si_archivo", "si_bosque", "si_cadena", "si_casilla", "si_dieciocho", "si_edad", "si_eslabon", "si_fecha", "si_lugar", "si_matriz", "si_mes", "si_mes_antes", "si_nada", "si_no_casilla", "si_orden", "si_varias",
    ];

    private static string[] MoreKept => ["aviso=on", "nombre=Ana", "tiene=otro"];

    private static string[] PageKept => ["fecha=2024-02-29", "mes=2024-02", $"municipio={Oaxaca}", "temas=agua|bosque", "varias=uno", "califica=claridad=1|trato=2", "orden=c|b"];

    private static IEnumerable<FormCase> Conditions =>
    [
        Depending("nada se cumple", [.. More], MoreKept, "si_nada", "si_no_casilla"),
        Depending(
            "casi todo se cumple",
            [.. Full],
            ["aviso=on", "nombre=Ana", "tiene=si", "edad=18", "permiso=on", "cual=el agua y el café", "detalle=Hasta el fin", "archivos=acta.pdf", .. PageKept],
            [.. Dependent.Except(["si_no_casilla"])]) with { Files = [("archivos", "acta.pdf", Pdf)] },
        Depending("con la página escondida nada de ella cuenta", [.. Without(Full, "tiene"), ("tiene", ["no"])], ["aviso=on", "nombre=Ana", "tiene=no", "edad=18", "permiso=on"], "si_casilla", "si_dieciocho", "si_edad", "si_nada"),
        Depending(
            "una cadena rota en su segundo eslabón",
            [.. Without(Full, "cual"), ("cual", ["la fiesta"])],
            ["aviso=on", "nombre=Ana", "tiene=si", "edad=18", "permiso=on", "cual=la fiesta", .. PageKept],
            [.. Dependent.Except(["si_no_casilla", "si_acento", "si_archivo", "si_cadena", "si_eslabon"])]),
        Depending("el grupo entero se esconde", [.. Without(More, "nombre"), ("nombre", ["Nadie"])], ["aviso=on", "nombre=Nadie", "tiene=otro"]),
        Depending("un correo no es nada", [.. More, ("correo", ["ana@ejemplo.org"])], [.. MoreKept, "correo=ana@ejemplo.org"], "si_no_casilla"),
        Depending("la otra mitad de una lista", [.. More, ("temas", ["bosque", "fiesta"]), ("varias", ["tres"])], [.. MoreKept, "temas=bosque|fiesta", "varias=tres"], "si_alguna", "si_bosque", "si_nada", "si_no_casilla"),
        Depending("el día anterior no es después", [.. More, ("fecha", ["2024-02-28"]), ("mes", ["2024-03"])], [.. MoreKept, "fecha=2024-02-28", "mes=2024-03"], "si_nada", "si_no_casilla"),
        Depending("una fecha escrita al modo de aquí", [.. More, ("fecha", ["1/3/2024"]), ("mes", ["2/2024"])], [.. MoreKept, "fecha=2024-03-01", "mes=2024-02"], "si_fecha", "si_mes", "si_mes_antes", "si_nada", "si_no_casilla"),
        Depending(
            "otra calificación, otro lugar",
            [.. More, ("temas", ["agua"]), ("califica", ["claridad=2", "trato=1"]), ("orden", ["c", "a"])],
            [.. MoreKept, "temas=agua", "califica=claridad=2|trato=1", "orden=c|a"],
            "si_nada", "si_no_casilla"),
        Depending("sesenta y cinco no es menos de sesenta y cinco", [.. More, ("edad", ["65"]), ("permiso", ["on"])], [.. MoreKept, "edad=65", "permiso=on"], "si_casilla", "si_nada"),
        Depending("diecisiete y medio no es más que diecisiete y medio", [.. More, ("edad", ["17.5"]), ("permiso", ["on"])], [.. MoreKept, "edad=17.5", "permiso=on"], "si_casilla", "si_nada"),
        .. new[] { "  018 ", "+18", "18." }.Select(age => Depending($"«{age}» son dieciocho", [.. More, ("edad", [age]), ("permiso", ["on"])], [.. MoreKept, "edad=18", "permiso=on"], "si_casilla", "si_dieciocho", "si_edad", "si_nada")),
        Depending("menos que nada", [.. More, ("edad", ["-18"])], [.. MoreKept, "edad=-18"], "si_nada", "si_no_casilla"),
        new("lo que la edad pide falta aunque todo lo demás se esconda", [.. Least, ("edad", ["99"])], [], ["permiso"]),
    ];

    private static IEnumerable<FormCase> Letters =>
    [
        Named("blancos en los extremos", "\u00a0  Ana \t ", "Ana"),
        Named("signos sin ancho en los extremos", "\ufeffAna\u200b\u2060", "Ana"),
        Named("un signo sin ancho en medio se queda", "A\u200dna", "A\u200dna"),
        Named("letras sin valor", "A\u0000na\u0007", "Ana"),
        Named("acentos sueltos", "Jose\u0301 N\u0303uu\u0301", "Jos\u00e9 \u00d1u\u00fa"),
        Named("un emoji que todavía cabe", new string('x', 38) + "🌽", new string('x', 38) + "🌽"),
        Named("cuarenta letras justas", new string('ñ', 40), new string('ñ', 40)),
        Named("cuarenta letras y blancos que no cuentan", $" {new string('x', 40)} ", new string('x', 40)),
        Named("una fórmula es texto", "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
        new("un emoji que ya no cabe", [("nombre", [new string('x', 39) + "🌽"]), .. Least[1..]], [], ["nombre"]),
        new("solo signos sin ancho no son un nombre", [("nombre", ["\u200b\u200b"]), .. Least[1..]], [], ["nombre"]),
        new("un salto de línea es un salto de línea", [.. Least[..1], ("tiene", ["si"]), ("cual", ["agua"]), ("detalle", ["  Uno\r\ndos\r\n\r\n"]), ("aviso", ["on"])], ["aviso=on", "cual=agua", "detalle=Uno\ndos", "nombre=Ana", "tiene=si"], []),
    ];

    private static IEnumerable<FormCase> Choices =>
    [
        new("dos veces lo mismo es una vez", [.. More, ("temas", ["bosque", "bosque"])], ["aviso=on", "nombre=Ana", "temas=bosque", "tiene=otro"], []),
        new("una opción que no hay", [.. Least[..1], ("tiene", ["quizás"]), ("aviso", ["on"])], [], ["tiene"]),
        new("una opción con otras mayúsculas", [.. Least[..1], ("tiene", ["SI"]), ("cual", ["x"]), ("aviso", ["on"])], [], ["tiene"]),
        new("dos respuestas donde cabe una", [.. Least[..1], ("tiene", ["si", "no"]), ("cual", ["x"]), ("aviso", ["on"])], [], ["tiene"]),
        new("dos nombres donde cabe uno", [("nombre", ["Ana", "Beto"]), .. Least[1..]], [], ["nombre"]),
        new("varias opciones y una que no hay", [.. More, ("temas", ["bosque", "infierno"])], [], ["temas"]),
        new("una lista con algo que no hay", [.. More, ("prioridad", ["<script>"])], [], ["prioridad"]),
        new("una lista de varias con algo que no hay", [.. More, ("varias", ["uno", "cuatro"])], [], ["varias"]),
        new("un municipio que no hay", [.. More, ("municipio", ["99999"])], [], ["municipio"]),
        new("un municipio por su nombre", [.. More, ("municipio", ["Oaxaca de Juárez"])], [], ["municipio"]),
        new("una calificación que no hay", [.. More, ("temas", ["agua"]), ("califica", ["claridad=9", "trato=1"])], [], ["califica"]),
        new("un renglón que no hay", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=1", "precio=1"])], [], ["califica"]),
        new("ninguna calificación", [.. More, ("temas", ["agua"])], [], ["califica"]),
        new("un hueco en el orden", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=1"]), ("orden", ["", "a"])], [], ["orden"]),
        new("un orden vacío no es respuesta", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=1"]), ("orden", ["", ""])], ["aviso=on", "califica=claridad=1|trato=1", "nombre=Ana", "temas=agua", "tiene=otro"], []),
        new("tres lugares donde hay dos", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=1"]), ("orden", ["a", "b", "c"])], [], ["orden"]),
        new("un lugar para algo que no hay", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=1"]), ("orden", ["a", "z"])], [], ["orden"]),
        new("una casilla con palabras", [.. Least, ("edad", ["18"]), ("permiso", ["sí"])], [], ["permiso"]),
        new("un acuerdo apagado", [.. Least[..2], ("aviso", ["off"])], [], ["aviso"]),
        new("un acuerdo con palabras", [.. Least[..2], ("aviso", ["acepto"])], [], ["aviso"]),
    ];

    private static IEnumerable<FormCase> Shapes =>
    [
        .. Refused(
            ("correo", ["ana@", "ana@ejemplo", "ana ejemplo@x.org", "ana@ejemplo..org", "@ejemplo.org"]),
            ("edad", ["1,8", "1 000", "1e3", "１８", "٣", "0x10", "--1", "."]),
            ("codigo", ["XABC12", "ABC１２", "ABC12 ABC12", "АВС12"])),
        .. Refused(
            ("fecha", ["2026-02-30", "30/02/2026", "2026-13-01", "2026-2-3", "2019-12-31", "mañana", "2024-02-29T10:00"]),
            ("mes", ["2024-02-29", "2024-13", "febrero"])),
        .. Refused(
            ("sitio", ["ejemplo.org", "javascript:alert(1)", "ftp://ejemplo.org", "https://", "https://ejemplo"]),
            ("telefono", ["123", "llámame", "951 123 45 67 89 01 23 45 67 89"])),
        .. Taken(
            ("correo", [("ANA@EJEMPLO.ORG", "ANA@EJEMPLO.ORG"), (" ana@ejemplo.org ", "ana@ejemplo.org")]),
            ("edad", [("007", "7"), (".5", "0.5"), ("12.50", "12.50")]),
            ("codigo", [(" ABC12 ", "ABC12")]),
            ("fecha", [("31/12/2026", "2026-12-31"), ("2024-02-29", "2024-02-29"), ("2020-01-01", "2020-01-01")]),
            ("mes", [("12/2026", "2026-12"), ("2024-02", "2024-02")]),
            ("sitio", [(" https://ejemplo.org/a?x=1#y ", "https://ejemplo.org/a?x=1#y"), ("http://ejemplo.org", "http://ejemplo.org")]),
            ("telefono", [("951 123 4567", "951 123 4567"), ("+52 (951) 123-4567 ext. 12", "+52 (951) 123-4567 ext. 12")])),
    ];

    private static IEnumerable<FormCase> Strangers =>
    [
        new("nada", [], [], ["aviso", "nombre", "tiene"]),
        new("todo vacío", [("nombre", [""]), ("tiene", [""]), ("aviso", [""])], [], ["aviso", "nombre", "tiene"]),
        new("el mismo campo con otra mayúscula", [.. Least[..2], ("Aviso", ["on"])], [], ["Aviso", "aviso"]),
        new("campos que nadie pregunta junto a lo que falta", [.. Least[..2], ("otro", ["x"]), ("sueldo", ["mucho"])], [], ["aviso", "otro", "sueldo"]),
        new("un campo que nadie pregunta, vacío", [.. Least, ("sueldo", [""])], [], ["sueldo"]),
        new("un campo con nombre de otra cosa", [.. Least, ("constructor", ["x"])], [], ["constructor"]),
        new("un campo de nombre muy largo", [.. Least, (new string('z', 300), ["x"])], [], [$"{new string('z', 60)}…"]),
        new("la respuesta a un título", [.. Least, ("titulo", ["x"])], [], ["titulo"]),
    ];

    private static IEnumerable<FormCase> Attachments =>
    [
        new("dos terminaciones, la última no se admite", [.. More], [], ["archivos"]) { Files = [("archivos", "acta.pdf.exe", Pdf)] },
        Attached("dos terminaciones, la última se admite", "acta.exe.pdf", "acta.exe.pdf"),
        Attached("una terminación en mayúsculas", "ACTA FINAL.PDF", "ACTA FINAL.PDF"),
        Attached("una carpeta de otra máquina", "C:\\papeles\\acta.pdf", "acta.pdf"),
        Attached("acentos sueltos en el nombre", "ana\u0301lisis.pdf", "análisis.pdf"),
        new("sin terminación", [.. More], [], ["archivos"]) { Files = [("archivos", "acta", Pdf)] },
        new("una terminación vacía", [.. More], [], ["archivos"]) { Files = [("archivos", "acta.", Pdf)] },
        new("una imagen que dice ser otra cosa", [.. More], [], ["archivos"]) { Files = [("archivos", "foto.png", Pdf)] },
        new("texto donde van archivos", [.. More, ("archivos", ["acta.pdf"])], [], ["archivos"]),
        new("dos archivos del mismo nombre", [.. More], ["archivos=acta.pdf|acta.pdf", "aviso=on", "nombre=Ana", "tiene=otro"], []) { Files = [("archivos", "acta.pdf", Pdf), ("archivos", "acta.pdf", Encoding.ASCII.GetBytes("%PDF-1.5\n%%EOF\n"))] },
    ];

    private static IEnumerable<(string, string[])> Full =>
    [
        ("nombre", ["Ana"]), ("edad", ["18"]), ("tiene", ["si"]), ("cual", ["el agua y el cafe\u0301"]), ("detalle", ["Hasta el fin"]), ("permiso", ["on"]), ("temas", ["agua", "bosque"]), ("varias", ["uno"]),
        ("fecha", ["2024-02-29"]), ("mes", ["2024-02"]), ("municipio", [Oaxaca]), ("califica", ["claridad=1", "trato=2"]), ("orden", ["c", "b"]), ("aviso", ["on"]),
    ];

    private static IEnumerable<(string, string[])> Without(IEnumerable<(string Alias, string[])> answers, string alias) => answers.Where(answer => answer.Alias != alias);

    /// <summary>Everything that may be asked is answered; what is kept of it tells what was there to be asked.</summary>
    private static FormCase Depending(string name, ImmutableArray<(string Alias, string[] Texts)> answers, string[] kept, params IEnumerable<string> shown) =>
        new($"depende: {name}", [.. answers, .. Dependent.Select(alias => (alias, (string[])["x"]))], [.. kept.Concat(shown.Select(alias => $"{alias}=x")).Order(StringComparer.Ordinal)], []);

    private static FormCase Named(string name, string said, string kept) => new(name, [("nombre", [said]), .. Least[1..]], ["aviso=on", $"nombre={kept}", "tiene=no"], []);

    private static FormCase Attached(string name, string sent, string kept) => new(name, [.. More], [$"archivos={kept}", "aviso=on", "nombre=Ana", "tiene=otro"], []) { Files = [("archivos", sent, Pdf)] };

    /// <summary>Questions of one page, all of them answered in a form they do not have: the first texts of each together, then the second ones.</summary>
    private static IEnumerable<FormCase> Refused(params (string Alias, string[] Texts)[] fields) =>
        from round in Enumerable.Range(0, fields.Max(field => field.Texts.Length))
        let said = fields.Where(field => round < field.Texts.Length).Select(field => (field.Alias, Text: field.Texts[round])).OrderBy(field => field.Alias, StringComparer.Ordinal).ToList()
        select new FormCase($"no es {Told(said)}", [.. More, .. said.Select(field => (field.Alias, (string[])[field.Text]))], [], [.. said.Select(field => field.Alias)]);

    private static IEnumerable<FormCase> Taken(params (string Alias, (string Said, string Kept)[] Texts)[] fields) =>
        from round in Enumerable.Range(0, fields.Max(field => field.Texts.Length))
        let said = fields.Where(field => round < field.Texts.Length).Select(field => (field.Alias, field.Texts[round].Said, field.Texts[round].Kept)).ToList()
        select new FormCase(
            $"es {Told(said.Select(field => (field.Alias, field.Said)))}",
            [.. More, .. said.Select(field => (field.Alias, (string[])[field.Said]))],
            [.. MoreKept.Concat(said.Select(field => $"{field.Alias}={field.Kept}")).Order(StringComparer.Ordinal)],
            []);

    private static string Told(IEnumerable<(string Alias, string Text)> said) => string.Join(", ", said.Select(field => $"{field.Alias} «{field.Text}»"));
}
