using Repository.Core.Content;

namespace Repository.Writers;

/// <summary>Pages of all sizes that name the write they come from.</summary>
internal static class Texts
{
    private const string Sentence = "La asamblea acordó el tequio de la semana y anotó quién trae la herramienta. ";
    private const int LongestBody = 250;

    public static ItemContent Page(string by, Random random, Guid? related) => ItemContent.Named($"Nota {by}", Workshop.Culture)
        .With("summary", $"Escrita por {by}.", Workshop.Culture)
        .With("body", $"<p>{string.Concat(Enumerable.Repeat(Sentence, random.Next(LongestBody)))}{by}</p>", Workshop.Culture)
        .With("relatedLinks", related is { } key ? $$"""[{"name":"Ver","udi":"umb://document/{{key:n}}"}]""" : "", Workshop.Culture);
}
