using System.Security;

namespace Repository.Web.Seed;

/// <summary>What the infographic of a ruling says: in its lettering, in words for who cannot see it, and in easy reading.</summary>
internal sealed class RulingPiece(Fact ruling, Fact words, Fact series)
{
    private readonly Fact _piece = words.Below("infografia");
    private readonly Fact _drawing = words.Below("dibujo");

    public string AltText => words["texto_alternativo"];

    public string Credit => series["credito"].Split('.')[0];

    public string Terms => series["aviso"];

    /// <summary>What readers should know before they begin: that the case is about violence.</summary>
    public string Notice => _piece["aviso"];

    /// <summary>Each text that stands in the picture.</summary>
    public IEnumerable<string> Lettering => new[]
    {
        _piece["expediente"], Notice, Question, _piece["hechos"], _piece["decide_titulo"], _piece["respuesta"], _piece["decision"], _piece["significado_titulo"],
        _piece["significado"], _piece["donde_leerla"], _piece["por_verificar"], series["aviso"], series["credito"],
    }.Where(text => text.Length > 0).Concat(Labels);

    /// <summary>The same as the picture, in its order.</summary>
    public IEnumerable<Block> TextEquivalent =>
    [
        Section(series["nombre"], [$"{ruling["organo"]}. {_piece["expediente"]}. Año {ruling["anio"]}.", Notice]),
        Section("La pregunta", [Question]),
        Section("Qué pasó", [_piece["hechos"]]),
        new("textSection", new Sheet().Text("heading", "El dibujo").Rich("body", Paragraphs([_drawing["descripcion"], "En el dibujo se lee:"]) + Listed(LabelsRead()))),
        Section(_piece["decide_titulo"], [$"{_piece["respuesta"]} {_piece["decision"]}"]),
        Section(_piece["significado_titulo"], [_piece["significado"]]),
        Section("Dónde leerla", [_piece["donde_leerla"]]),
        Section("Por verificar", [_piece["por_verificar"]]),
        Section("Sobre esta infografía", [series["aviso"], series["credito"]]),
    ];

    /// <summary>One sentence in each line.</summary>
    public string EasyRead => string.Concat(words.Facts("lectura_facil").Select(part => $"<h3>{Escaped(part["titulo"])}</h3>{Paragraphs(part.Texts("frases"))}"));

    public IEnumerable<Block> Figures => words.Facts("cifras").Select(figure => new Block("figure", new Sheet()
        .Text("label", figure["etiqueta"]).Text("value", figure["valor"]).Text("unit", figure["unidad"]).Text("year", figure["anio"])));

    public IReadOnlyList<string> ProtectedGroups => words.Texts("grupos_protegidos");

    private string Question => _piece["pregunta"] is { Length: > 0 } shorter ? shorter : ruling["pregunta"];

    private IEnumerable<string> Labels => _drawing.Below("rotulos").Json.EnumerateObject().Select(label => label.Value.GetString()!);

    /// <summary>A label whose key ends so goes on from the one before it: what happened on that day, what that court did.</summary>
    private IEnumerable<string> LabelsRead()
    {
        const string Continues = "_que";
        var labels = _drawing.Below("rotulos");
        return labels.Json.EnumerateObject()
            .Where(label => !label.Name.EndsWith(Continues, StringComparison.Ordinal))
            .Select(label => labels[label.Name + Continues] is { Length: > 0 } more ? $"{labels[label.Name]}: {more}" : labels[label.Name]);
    }

    private static Block Section(string heading, string[] texts) => new("textSection", new Sheet().Text("heading", heading).Rich("body", Paragraphs(texts)));

    private static string Paragraphs(IEnumerable<string> texts) => string.Concat(texts.Where(text => text.Length > 0).Select(text => $"<p>{Escaped(text)}</p>"));

    private static string Listed(IEnumerable<string> texts) => $"<ul>{string.Concat(texts.Select(text => $"<li>{Escaped(text)}</li>"))}</ul>";

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
