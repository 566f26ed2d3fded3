using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Content;

/// <summary>
/// Reads content through the editors of its type and says what is wrong with it. Pure. A draft may lack what is mandatory, but it holds
/// no value that its editor cannot read.
/// </summary>
public sealed class ContentValidation(ContentSchema schema, EditorRegistry editors, IEnumerable<IItemRules> rules)
{
    public const int MaxNameLength = 255;

    private readonly FrozenDictionary<string, IItemRules> _rules = rules.ToFrozenDictionary(rule => rule.Type, StringComparer.Ordinal);

    public ContentSchema Schema => schema;

    /// <summary>An item's type. When the schema no longer has it, a bare stand-in that lets nothing be saved or published.</summary>
    public ContentType TypeOf(Item item) => Placement.TypeOf(schema, item.Kind, item.Type) ?? new ContentType
    {
        Key = Guid.Empty,
        Alias = item.Type,
        Name = item.Type,
        Kind = item.Kind == ItemKind.Media ? ContentTypeKind.Media : ContentTypeKind.Document,
    };

    public IItemRules? Rules(string type) => _rules.GetValueOrDefault(type);

    /// <summary>Reads a draft: normalises it, derives what follows, and names what cannot be stored.</summary>
    public ItemReading Read(ContentType type, ItemContent content)
    {
        var reading = ReadValues(type, content);
        if (Rules(type.Alias) is not { } rules || !reading.Problems.IsEmpty) return reading;
        var derived = rules.Derive(reading);
        return derived.Equals(reading.Content) ? reading : ReadValues(type, derived);
    }

    /// <summary>What stands in the way of showing cultures of an item to the public, apart from its place and what it points to.</summary>
    public ImmutableArray<ValueProblem> ProblemsToPublish(ItemReading reading, IReadOnlyCollection<string> cultures, IReadOnlyDictionary<Guid, string> termKeys)
    {
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        problems.AddRange(reading.Problems.Where(problem => problem.Culture.Length == 0 || cultures.Contains(problem.Culture)));
        problems.AddRange(from property in reading.Type.Properties
                          where property.IsMandatory
                          from culture in cultures
                          let missing = reading.Missing(property.Alias, culture)
                          where missing is not null
                          select missing);
        ValueProblem[] own = Rules(reading.Type.Alias) is { } rules ? [.. cultures.SelectMany(culture => rules.Check(reading, culture, termKeys))] : [];

        // What the rules of a type say of a value is more exact than a pattern: one sentence is enough.
        problems.AddRange(from value in reading.Values
                          where value.Culture.Length == 0 || cultures.Contains(value.Culture)
                          where !own.Any(problem => problem.Field == value.Property.Alias && problem.Culture == value.Culture)
                          let problem = PropertyRules.PatternProblem(value.Property, value.Reading.Stored)
                          where problem is not null
                          select new ValueProblem(value.Property.Alias, value.Culture, problem));
        problems.AddRange(own);
        return [.. problems.Distinct()];
    }

    private ItemReading ReadValues(ContentType type, ItemContent content)
    {
        var problems = ImmutableArray.CreateBuilder<ValueProblem>();
        var values = ImmutableArray.CreateBuilder<ValueReading>();
        if (type.Key == Guid.Empty) problems.Add(new ValueProblem("", ItemContent.Invariant, Refusals.UnknownType(type.Alias)));
        var normal = WithKnownCultures(content);
        if (!ReferenceEquals(normal, content)) problems.AddRange(SpelledTwice(content));
        normal = ReadNames(type, normal, problems);
        var read = normal;
        foreach (var (alias, byCulture) in normal.Values)
        {
            if (type.Property(alias) is not { } property)
            {
                problems.Add(new ValueProblem(alias, ItemContent.Invariant, Refusals.UnknownProperty(alias, type.Name)));
                continue;
            }

            foreach (var (culture, stored) in byCulture)
            {
                if ((IsBroken(stored) ? Refusals.BrokenText : CultureRefusal(type, property, culture, normal)) is { } refusal)
                {
                    problems.Add(new ValueProblem(alias, culture, refusal));
                    continue;
                }

                var reading = editors.Read(stored, property.DataType, new EditorContext(schema, editors, culture));
                problems.AddRange(reading.Problems.Select(problem => new ValueProblem(alias, culture, problem)));
                values.Add(new ValueReading(property, culture, reading));
                if (reading.Stored != stored) read = read.With(alias, reading.Stored, culture);
            }
        }

        return new ItemReading(type, read, values.ToImmutable(), problems.ToImmutable());
    }

    private ItemContent ReadNames(ContentType type, ItemContent content, ImmutableArray<ValueProblem>.Builder problems)
    {
        if (content.Names.IsEmpty) problems.Add(new ValueProblem("name", ItemContent.Invariant, Refusals.NameMissing));
        foreach (var (culture, name) in content.Names)
        {
            var trimmed = name.Trim();
            if (NameCultureRefusal(type, culture) is { } refusal) problems.Add(new ValueProblem("name", culture, refusal));
            if (NameRefusal(trimmed) is { } wrong) problems.Add(new ValueProblem("name", culture, wrong));
            if (trimmed != name) content = content.WithName(trimmed, culture);
        }

        return content;
    }

    private static string? NameRefusal(string name) => name switch
    {
        "" => Refusals.NameMissing,
        { Length: > MaxNameLength } => Refusals.NameTooLong,
        _ when IsBroken(name) => Refusals.BrokenText,
        _ => name.Any(char.IsControl) ? Refusals.NameHasControls : null,
    };

    /// <summary>Half of a surrogate pair is no character, and no UTF-8 text can hold it.</summary>
    internal static bool IsBroken(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (!char.IsSurrogatePair(text, at)) return true;
            at++;
        }

        return false;
    }

    private string? NameCultureRefusal(ContentType type, string culture) => (type.VariesByCulture, culture) switch
    {
        (true, "") => Refusals.NeedsLanguage,
        (true, _) => schema.KnownTag(culture) is null ? Refusals.UnknownLanguage(culture) : null,
        (false, "") => null,
        (false, _) => Refusals.HasNoLanguages,
    };

    private string? CultureRefusal(ContentType type, PropertyType property, string culture, ItemContent content) => (Varies(type, property), culture) switch
    {
        (true, "") => Refusals.ValueNeedsLanguage,
        (true, _) when schema.KnownTag(culture) is null => Refusals.UnknownLanguage(culture),
        (true, _) => content.Name(culture) is null ? Refusals.LanguageNotWritten : null,
        (false, "") => null,
        (false, _) => Refusals.ValueHasNoLanguages,
    };

    /// <summary>Language tags in the schema's own spelling; unknown ones stay as they are, to be refused.</summary>
    private ItemContent WithKnownCultures(ItemContent content)
    {
        if (content.Names.Keys.Concat(content.Values.Values.SelectMany(values => values.Keys)).All(IsSpelledAsKnown)) return content;
        var spelled = ItemContent.Empty;
        foreach (var (culture, name) in content.Names) spelled = spelled.WithName(name, Spelled(culture));
        foreach (var (alias, byCulture) in content.Values)
        {
            foreach (var (culture, stored) in byCulture) spelled = spelled.With(alias, stored, Spelled(culture));
        }

        return spelled;
    }

    /// <summary>Two spellings of one language: the one text would silently take the other's place.</summary>
    private IEnumerable<ValueProblem> SpelledTwice(ItemContent content) =>
        from field in content.Values.Select(values => (Name: values.Key, Cultures: values.Value.Keys)).Prepend((Name: "name", Cultures: content.Names.Keys))
        from same in field.Cultures.GroupBy(Spelled)
        where same.Count() > 1
        select new ValueProblem(field.Name, same.Key, Refusals.LanguageTwice);

    private bool IsSpelledAsKnown(string culture) => culture.Length == 0 || Spelled(culture) == culture;

    private string Spelled(string culture) => schema.KnownTag(culture) ?? culture;

    private static bool Varies(ContentType type, PropertyType property) => type.VariesByCulture && property.VariesByCulture;
}
