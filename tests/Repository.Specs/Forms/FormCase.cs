using System.Collections.Immutable;
using System.Text;
using Repository.Testing;

namespace Repository.Specs.Forms;

/// <summary>What somebody answers to the form with everything in it, and what must come of it – by whichever door they send it.</summary>
/// <param name="Kept">The answers of the entry, <c>alias=text|text</c> each; empty when it is refused.</param>
/// <param name="Wrong">The fields that are told to be wrong.</param>
internal sealed partial record FormCase(string Name, ImmutableArray<(string Alias, string[] Texts)> Answers, string[] Kept, string[] Wrong)
{
    public ImmutableArray<(string Alias, string Name, byte[] Bytes)> Files { get; init; } = [];

    /// <summary>The municipality is that of the seed, by its official key.</summary>
    private const string Oaxaca = "20067";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    private static readonly (string, string[])[] Least = [("nombre", ["Ana"]), ("tiene", ["no"]), ("aviso", ["on"])];

    private static readonly (string, string[])[] More = [("nombre", ["Ana"]), ("tiene", ["otro"]), ("aviso", ["on"])];

    public static readonly ImmutableArray<FormCase> All =
    [
        new("lo menos", [.. Least], ["aviso=on", "nombre=Ana", "tiene=no"], []),
        new(
            "todo",
            [
                ("nombre", ["Ana"]), ("correo", ["ana@ejemplo.org"]), ("edad", ["30"]), ("codigo", ["ABC12"]), ("tiene", ["si"]), ("cual", ["Cuidar el agua"]), ("detalle", ["Uno\ndos"]), ("permiso", ["on"]),
                ("temas", ["agua", "fiesta"]), ("prioridad", ["alta"]), ("varias", ["tres", "uno"]), ("fecha", ["2024-02-29"]), ("mes", ["2024-02"]), ("municipio", [Oaxaca]),
                ("califica", ["claridad=3", "trato=1"]), ("orden", ["c", "a"]), ("aviso", ["on"]),
            ],
            [
                "archivos=acta.pdf|nota.txt", "aviso=on", "califica=claridad=3|trato=1", "codigo=ABC12", "correo=ana@ejemplo.org", "cual=Cuidar el agua", "detalle=Uno\ndos", "edad=30", "fecha=2024-02-29",
                "mes=2024-02", $"municipio={Oaxaca}", "nombre=Ana", "orden=c|a", "permiso=on", "prioridad=alta", "temas=agua|fiesta", "tiene=si", "varias=uno|tres",
            ],
            []) { Files = [("archivos", "acta.pdf", Pdf), ("archivos", "nota.txt", Encoding.UTF8.GetBytes("Una nota."))] },
        new("un campo que depende de otro que depende de otro", [.. Least[..1], ("tiene", ["si"]), ("cual", ["el agua"]), ("detalle", ["Sí."]), ("aviso", ["on"])], ["aviso=on", "cual=el agua", "detalle=Sí.", "nombre=Ana", "tiene=si"], []),
        new("lo que se esconde no se guarda", [.. Least, ("cual", ["el agua"]), ("detalle", ["nada"]), ("temas", ["agua"])], ["aviso=on", "nombre=Ana", "tiene=no"], []),
        new("lo escondido a través de otro no se guarda", [.. More, ("cual", ["el agua"]), ("detalle", ["nada"])], ["aviso=on", "nombre=Ana", "tiene=otro"], []),
        new("sin mayúsculas también se cumple", [.. Least[..1], ("tiene", ["si"]), ("cual", ["AGUA"]), ("detalle", ["x"]), ("aviso", ["on"])], ["aviso=on", "cual=AGUA", "detalle=x", "nombre=Ana", "tiene=si"], []),
        new("diecisiete no son más que diecisiete", [.. Least, ("edad", ["17"])], ["aviso=on", "edad=17", "nombre=Ana", "tiene=no"], []),
        new("dieciocho sin permiso", [.. Least, ("edad", ["18"])], [], ["permiso"]),
        new("sin nombre", [.. Least[1..]], [], ["nombre"]),
        new("solo blancos no son un nombre", [("nombre", ["   "]), .. Least[1..]], [], ["nombre"]),
        new("varios errores en una página", [("nombre", [new string('x', 41)]), ("correo", ["ana"]), ("edad", ["muchos"]), ("codigo", ["abc"]), ("tiene", ["otro"]), ("aviso", ["on"])], [], ["codigo", "correo", "edad", "nombre"]),
        new("falta lo que la respuesta pide", [.. Least[..1], ("tiene", ["si"]), ("aviso", ["on"])], [], ["cual"]),
        new("un lugar dos veces", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=2"]), ("orden", ["a", "a"])], [], ["orden"]),
        new("un solo lugar de dos", [.. More, ("temas", ["agua"]), ("califica", ["claridad=1", "trato=2"]), ("orden", ["b"])], [], ["orden"]),
        new("media calificación", [.. More, ("temas", ["agua"]), ("califica", ["trato=2"])], [], ["califica"]),
        new("sin agua no se califica", [.. More, ("temas", ["bosque"]), ("califica", ["trato=2"])], ["aviso=on", "nombre=Ana", "temas=bosque", "tiene=otro"], []),
        new("una fecha de antes", [.. More, ("fecha", ["2019-12-31"])], [], ["fecha"]),
        new("un archivo que miente", [.. More], [], ["archivos"]) { Files = [("archivos", "acta.pdf", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"))] },
        new("un dibujo con otro nombre", [.. More], [], ["archivos"]) { Files = [("archivos", "foto.png", MadeFiles.Svg)] },
        new("un archivo de otro tipo", [.. More], [], ["archivos"]) { Files = [("archivos", "dibujo.svg", MadeFiles.Svg)] },
        new("un archivo vacío", [.. More], [], ["archivos"]) { Files = [("archivos", "nada.pdf", [])] },
        new("un archivo demasiado grande", [.. More], [], ["archivos"]) { Files = [("archivos", "grande.pdf", [.. Pdf, .. new byte[1024 * 1024]])] },
        new("tres archivos donde caben dos", [.. More], [], ["archivos"]) { Files = [("archivos", "1.pdf", Pdf), ("archivos", "2.pdf", Pdf), ("archivos", "3.pdf", Pdf)] },
        new("un nombre que quiere salir de su carpeta", [.. More], ["archivos=passwd.pdf", "aviso=on", "nombre=Ana", "tiene=otro"], []) { Files = [("archivos", "../../etc/passwd.pdf", Pdf)] },
        new("sin acuerdo", [.. Least[..2]], [], ["aviso"]),
        new("marcas y comillas son texto", [("nombre", ["<b onclick=\"x\">'&\"</b>"]), .. Least[1..]], ["aviso=on", "nombre=<b onclick=\"x\">'&\"</b>", "tiene=no"], []),
        new("letras de todas las lenguas", [("nombre", ["Ñuù savi 🌽 e\u0301"]), .. Least[1..]], ["aviso=on", "nombre=Ñuù savi 🌽 \u00e9", "tiene=no"], []),
        new("un campo que nadie pregunta", [.. Least, ("sueldo", ["mucho"])], [], ["sueldo"]),
        .. Conditions,
        .. Letters,
        .. Choices,
        .. Shapes,
        .. Strangers,
        .. Attachments,
    ];

    /// <summary>Pages tell what is wrong as far as one has come: on the first page where something is. A program is told all of it.</summary>
    public string[] WrongOnFirstPage
    {
        get
        {
            var pages = Wrong.Select(alias => EveryKindForm.Form.Find(alias)?.Page ?? EveryKindForm.Definition.Pages.Length - 1).ToList();
            return [.. Wrong.Where((_, at) => pages[at] == pages.Min())];
        }
    }

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    public static FormCase Named(string name) => All.First(one => one.Name == name);

    public IEnumerable<string> TextsOf(string alias) => Answers.Where(answer => answer.Alias == alias).SelectMany(answer => answer.Texts);

    /// <summary>What is said to a question beyond what its inputs can say.</summary>
    /// <param name="offered">What can be ticked.</param>
    /// <param name="free">How many inputs take whatever is written into them.</param>
    public IEnumerable<string> Unasked(string alias, string[] offered, int free) => offered.Length > 0 ? TextsOf(alias).Where(text => text.Length > 0).Except(offered) : TextsOf(alias).Skip(free);

    /// <summary>An answer to a field the form does not have, or to one that takes none.</summary>
    public IEnumerable<(string Alias, string[] Texts)> Strange => Answers.Where(answer => EveryKindForm.Form.Find(answer.Alias) is not { Kind.TakesAnswers: true });
}
