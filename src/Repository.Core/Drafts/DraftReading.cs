using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Drafts;

/// <summary>Makes of a stored item what the lists of the desk tell of it. Pure.</summary>
/// <param name="termKey">The stable key of a vocabulary term.</param>
public sealed class DraftReading(ContentValidation validation, Func<Guid, string?> termKey)
{
    private const string ReviewOn = "reviewOn";
    private static readonly CompareInfo Spanish = CultureInfo.GetCultureInfo("es-MX").CompareInfo;
    private static readonly string[] Looked = [MediaProperties.File, "decorative"];
    private static readonly string[] AltTexts = ["altText"];
    private static readonly string[] Equivalents = ["transcript", "subtitles", "subtitlesFile", "textEquivalent"];

    public DraftEntry Read(DraftRecord record)
    {
        var item = record.Item;
        var reading = Look(validation.TypeOf(item), record.Draft.Content);
        var problems = item.Trashed ? [] : Problems(reading);
        var cultures = Cultures(record);
        ImmutableArray<string> untranslated = item.Trashed || !reading.Type.VariesByCulture ? [] : [.. validation.Schema.Languages.Select(language => language.Tag).Where(tag => record.Draft.Content.Name(tag) is null)];
        var unfilled = problems.Count(problem => !AltTexts.Contains(problem.Field) && !Equivalents.Contains(problem.Field));
        return new DraftEntry
        {
            Item = item,
            Cultures = cultures,
            ChangedAt = record.Draft.At,
            ChangedBy = record.Draft.By,
            Schedules = [.. record.Schedules],
            Lacks = Lacks(problems)
                | (untranslated.IsEmpty ? DraftLacks.None : DraftLacks.Translation)
                | (unfilled == 0 ? DraftLacks.None : DraftLacks.Mandatory),
            Unfilled = unfilled,
            Untranslated = untranslated,
            ReviewOn = DateOnly.TryParseExact(reading.Text(ReviewOn).Split('T', ' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            File = item.Kind == ItemKind.Media ? File(reading) : null,
            Sought = DraftSearch.Folded(string.Join(' ', cultures.Select(culture => culture.Name).Distinct())),
            SortKey = Spanish.GetSortKey(cultures[0].Name, CompareOptions.IgnoreCase).KeyData,
        };
    }

    /// <summary>
    /// Reads what is asked for here and leaves the rest as it is stored: what a field lacks shows without its editor, and to read the rich texts of ten thousand items takes
    /// many seconds. A draft holds nothing that its editors could not read.
    /// </summary>
    private ItemReading Look(ContentType type, ItemContent content)
    {
        var terms = validation.Rules(type.Alias)?.TermProperties ?? [];
        var few = content with { Values = content.Values.RemoveRange(content.Values.Keys.Where(alias => !Looked.Contains(alias) && !terms.Contains(alias))) };
        return validation.Read(type, few) with { Content = content, Problems = [] };
    }

    private static DraftLacks Lacks(ImmutableArray<ValueProblem> problems) =>
        (problems.Any(problem => AltTexts.Contains(problem.Field)) ? DraftLacks.AltText : DraftLacks.None)
        | (problems.Any(problem => Equivalents.Contains(problem.Field)) ? DraftLacks.Transcript : DraftLacks.None);

    private ImmutableArray<ValueProblem> Problems(ItemReading reading)
    {
        var terms = reading.Values
            .Where(value => validation.Rules(reading.Type.Alias)?.TermProperties.Contains(value.Property.Alias) == true)
            .SelectMany(value => value.Reading.Delivery.References)
            .Select(reference => reference.Key)
            .Distinct()
            .Select(key => (Key: key, Term: termKey(key)))
            .Where(term => term.Term is not null)
            .ToDictionary(term => term.Key, term => term.Term!);
        return validation.ProblemsToPublish(reading, [.. reading.Content.Cultures], terms);
    }

    private ImmutableArray<DraftCulture> Cultures(DraftRecord record)
    {
        var content = record.Draft.Content;
        var main = validation.Schema.DefaultLanguage.Tag;
        var mainAt = record.WrittenAt.GetValueOrDefault(main);
        return
        [
            .. from name in content.Names
               let at = record.WrittenAt.GetValueOrDefault(name.Key, record.Draft.At)
               orderby name.Key == main ? 0 : 1
               select new DraftCulture(name.Key, name.Value, State(record, name.Key), at, name.Key != main && content.Name(main) is not null && mainAt > at)
               {
                   Review = record.Reviews.FirstOrDefault(review => review.Culture == name.Key),
               },
        ];
    }

    private static DraftState State(DraftRecord record, string culture)
    {
        foreach (var (publication, content) in record.Published)
        {
            if (publication.Culture != culture) continue;
            if (content is null) return DraftState.Published;
            return DraftSteps.ChangedCultures(content, record.Draft.Content).Any(changed => changed == culture || changed.Length == 0) ? DraftState.Changed : DraftState.Published;
        }

        return DraftState.Draft;
    }

    private static DraftFile? File(ItemReading reading)
    {
        var address = reading.Value(MediaProperties.File) switch
        {
            ImageValue image => image.Url,
            TextValue text => text.Text,
            _ => "",
        };
        if (address.Length == 0) return null;
        var hash = reading.Text(MediaProperties.Hash);
        return new DraftFile(
            address,
            reading.Text(MediaProperties.Extension),
            long.TryParse(reading.Text(MediaProperties.Bytes), CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            int.TryParse(reading.Text(MediaProperties.Width), CultureInfo.InvariantCulture, out var width) && width > 0 ? width : null,
            hash.Length >= 8 ? hash[..8] : reading.Content.GetHashCode().ToString("x", CultureInfo.InvariantCulture));
    }
}
