using System.Collections.Immutable;
using System.Text;
using Repository.Core.Outreach;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>Which files the archive of a material has, in which order. What a material does not say has no file.</summary>
internal sealed class KitContents
{
    /// <summary>An original larger than this is named in the list of contents and not packed.</summary>
    public const long LargestOriginal = 100L * 1024 * 1024;

    /// <summary>So much of all originals is packed.</summary>
    private const long MostOriginals = 2 * LargestOriginal;

    private readonly ImmutableArray<KitEntry>.Builder _entries = ImmutableArray.CreateBuilder<KitEntry>();
    private readonly List<KitOriginal> _leftOut = [];
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly KitMaterial _material;
    private readonly string _language;
    private long _packed;

    public KitContents(KitMaterial material, CreditLine credit, ImmutableArray<KitFile> made)
    {
        _material = material;
        _language = material.Reading.Here.Culture is { Length: > 0 } culture ? culture : material.Reading.Snapshot.Schema.DefaultLanguage.Tag;
        foreach (var file in made) Add(new KitEntry.Made($"imagenes/{material.Slug}-{file.Name}", file));
        foreach (var original in material.Originals.Concat(material.Pictures.Select(picture => picture.Original)).DistinctBy(original => original.Medium.Key)) Add(original, "originales");
        foreach (var subtitles in Subtitles()) Add(subtitles, "subtitulos");
        Write();
        Credit(credit);
        Add("LEEME.txt", KitWords.ReadMe(material, credit, _leftOut));
    }

    public ImmutableArray<KitEntry> Entries => _entries.ToImmutable();

    public IReadOnlyList<KitOriginal> LeftOut => _leftOut;

    public string Language => _language;

    private MaterialReading Reading => _material.Reading;

    private void Write()
    {
        Add("textos/resumen.txt", Said(Reading.Text("summary")));
        Add("textos/para-compartir.txt", string.Join("\n\n", Reading.Blocks("socialCopies").Select(KitWords.Shared).Where(text => text.Length > 0)) is { Length: > 0 } shared ? $"{shared}\n" : "");
        Add("textos/texto-alternativo.txt", AltText());
        Both("texto-equivalente", new WrittenText().Add(Reading.Value("textEquivalent")));
        Both("lectura-facil", new WrittenText().Add(Reading.Value("easyRead")));
        Both("transcripcion", Transcript());
    }

    private WrittenText Transcript()
    {
        var own = new WrittenText().Add(Reading.Value("transcript"));
        if (!own.IsEmpty) return own;
        foreach (var original in _material.Originals) own.Add(new MaterialReading(original.Medium, Reading.Snapshot).Value("transcript"));
        return own;
    }

    private string AltText()
    {
        var own = Reading.Text("altText");
        var said = _material.Pictures.Select(picture => picture.AltText).Prepend(own).Where(text => text.Length > 0).Distinct();
        return Said(string.Join("\n\n", said));
    }

    private IEnumerable<KitOriginal> Subtitles()
    {
        var picked = Reading.Media("subtitles").Concat(_material.Originals.SelectMany(original => new MaterialReading(original.Medium, Reading.Snapshot).Media("subtitlesFile")));
        return picked.Select(media => _material.Original(media.MediaKey)).OfType<KitOriginal>().DistinctBy(original => original.Medium.Key);
    }

    private void Credit(CreditLine credit)
    {
        Add("creditos/credito.txt", Said(credit.Plain));
        Add("creditos/credito.html", $"<p>{credit.Html}</p>\n");
        Add("creditos/licencia.txt", KitWords.Licence(_material.Rights, Reading.Text("rightsNote")));
    }

    private void Both(string name, WrittenText text)
    {
        if (text.IsEmpty) return;
        Add($"textos/{name}.txt", $"{_material.Title}\n\n{text.Plain}");
        Add($"textos/{name}.html", text.Page(_material.Title, _language));
    }

    private static string Said(string text) => text.Length == 0 ? "" : $"{text}\n";

    private void Add(string path, string content)
    {
        if (content.Length > 0) Add(new KitEntry.Text(path, content));
    }

    private void Add(KitOriginal original, string folder)
    {
        var bytes = new FileInfo(original.File.Path).Length;
        if (bytes > LargestOriginal || _packed + bytes > MostOriginals)
        {
            _leftOut.Add(original);
            return;
        }

        _packed += bytes;
        Add(new KitEntry.Original($"{folder}/{Safe(original.Name)}", original));
    }

    /// <summary>Two files of one name would be one after unpacking.</summary>
    private void Add(KitEntry entry)
    {
        var path = entry.Path;
        for (var number = 2; !_paths.Add(path); number++) path = $"{Path.ChangeExtension(entry.Path, null)}-{number}{Path.GetExtension(entry.Path)}";
        _entries.Add(entry with { Path = path });
    }

    /// <summary>Files of older databases have the names somebody once gave them.</summary>
    private static string Safe(string name)
    {
        var safe = new StringBuilder();
        foreach (var letter in name.TrimStart('.')) safe.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-');
        return safe.Length == 0 ? "archivo" : safe.ToString();
    }
}
