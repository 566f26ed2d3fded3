using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Operations;

namespace Repository.Web.Seed;

/// <summary>Where the seed items grow: each is added below its parent, in order, and comes out as the store would hold it.</summary>
internal sealed class SeedBed(ContentSchema schema, ContentValidation validation)
{
    private const string By = "seed";
    private static readonly DateTimeOffset Written = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Seedling> _seedlings = [];
    private readonly Dictionary<Guid, int> _siblings = [];

    /// <summary>A document by its name among the keys, such as <c>term/themes/water</c>.</summary>
    public Seedling Add(string name, string type, Guid? parent, string title) =>
        Add(new Seedling(SeedKeys.Content(name), name, ItemKind.Document, schema.DocumentType(type) ?? throw Unknown(type), parent, title));

    public Seedling AddMedia(string name, string type, Guid? parent, string title) =>
        Add(new Seedling(SeedKeys.Media(name), name, ItemKind.Media, schema.MediaType(type) ?? throw Unknown(type), parent, title));

    /// <summary>Media before documents, parents before children, siblings in order.</summary>
    /// <exception cref="StartRefusedException">Facts that make no acceptable content; each is named.</exception>
    public IReadOnlyList<StoredItem> Harvest()
    {
        var problems = new List<string>();
        var children = _seedlings.ToLookup(seedling => (seedling.Kind, seedling.Parent));
        List<StoredItem> items = [.. Below(ItemKind.Media, null), .. Below(ItemKind.Document, null)];
        return problems.Count == 0 ? items : throw new StartRefusedException(string.Join('\n', problems));

        IEnumerable<StoredItem> Below(ItemKind kind, Guid? parent) =>
            children[(kind, parent)].SelectMany(seedling => Below(kind, seedling.Key).Prepend(Stored(seedling, problems)));
    }

    private Seedling Add(Seedling seedling)
    {
        var place = seedling.Parent ?? Guid.Empty;
        seedling.SortOrder = _siblings.GetValueOrDefault(place);
        _siblings[place] = seedling.SortOrder + 1;
        _seedlings.Add(seedling);
        return seedling;
    }

    private StoredItem Stored(Seedling seedling, List<string> problems)
    {
        var reading = validation.Read(seedling.Type, seedling.Content(schema));
        problems.AddRange(reading.Problems.Select(problem => $"{seedling.Name} · {problem.Field}: {problem.Message}"));
        var item = new Item
        {
            Key = seedling.Key,
            Kind = seedling.Kind,
            Type = seedling.Type.Alias,
            ParentKey = seedling.Parent,
            SortOrder = seedling.SortOrder,
            CreatedAt = Written,
            CreatedBy = By,
        };
        return new StoredItem(item, reading.Content, seedling.Kind == ItemKind.Media ? [] : [.. reading.Content.Cultures], []);
    }

    private static InvalidOperationException Unknown(string type) => new($"The schema has no type \"{type}\".");
}

/// <summary>One item in the making: its place, and its values in each language it is written in.</summary>
internal sealed class Seedling(Guid key, string name, ItemKind kind, ContentType type, Guid? parent, string title)
{
    private const string Spanish = "es-MX";
    private const string English = "en";

    private readonly List<(string Language, string Title, Sheet Sheet)> _languages = [(Spanish, title, new Sheet())];

    public Guid Key => key;

    public string Name => name;

    public ItemKind Kind => kind;

    public ContentType Type => type;

    public Guid? Parent => parent;

    public int SortOrder { get; set; }

    /// <summary>The values in Spanish, and those that do not vary.</summary>
    public Sheet Sheet => _languages[0].Sheet;

    public Seedling With(Action<Sheet> write)
    {
        write(Sheet);
        return this;
    }

    public Seedling InEnglish(string translation, Action<Sheet> write)
    {
        var sheet = new Sheet();
        write(sheet);
        _languages.Add((English, translation, sheet));
        return this;
    }

    public ItemContent Content(ContentSchema schema)
    {
        var content = ItemContent.Empty;
        foreach (var (language, text, sheet) in _languages)
        {
            content = content.WithName(text, type.VariesByCulture ? language : ItemContent.Invariant);
            foreach (var (alias, stored) in sheet.Stored(schema, $"{name}/{language}"))
            {
                var varies = type.VariesByCulture && type.Property(alias) is { VariesByCulture: true };
                content = content.With(alias, stored, varies ? language : ItemContent.Invariant);
            }
        }

        return content;
    }
}
