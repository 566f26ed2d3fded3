using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Web.Forms;

namespace Repository.Specs.Forms;

/// <summary>People who answered the survey, made by chance from one number: the same number makes the same people.</summary>
public static class Respondents
{
    public const string Survey = "formulario-gobierno-abierto-2022";

    /// <summary>Municipalities of the Mixteca, the Isthmus and the Coast, and none.</summary>
    private static readonly string[] Places = ["20039", "20079", "20318", ""];

    public static async Task<ImmutableArray<FormEntry>> AnswerAsync(this TestSite site, int people, int seed, DateTimeOffset from, int days)
    {
        var form = site.Service<FormBook>().Find(Survey)!;
        var store = site.Service<IEntryStore>();
        var random = new Random(seed);
        var kept = ImmutableArray.CreateBuilder<FormEntry>();
        for (var person = 0; person < people; person++)
        {
            var at = from.AddDays(random.Next(days)).AddMinutes(random.Next(600));
            var entry = new FormEntry
            {
                Key = Guid.CreateVersion7(at),
                Folio = "",
                Form = form.Definition.Key,
                FormVersion = form.Version,
                Culture = "es-MX",
                State = EntryState.Received,
                CreatedAt = at,
                SentAt = at,
                ChangedAt = at,
                Answers = Answers(form.Form, random),
            };
            kept.Add(((EntryResult.Done)await store.AddAsync(new NewEntry(entry, form.Definition.FolioPrefix, "", "test"), TestContext.Current.CancellationToken)).Entry);
        }

        return kept.ToImmutable();
    }

    private static Answers Answers(Form form, Random random) => form.Fields.Where(bound => bound.Chain.IsEmpty).Aggregate(Core.Forms.Answers.None, (answers, bound) => answers.With(bound.Field.Alias, Answer(bound.Field, random)));

    private static ImmutableArray<string> Answer(FormField field, Random random)
    {
        var options = field.PreValues.Select(option => option.Value).ToArray();
        if (field.Type == FieldKinds.SingleChoice.Id) return [options[Skewed(options.Length, random)]];
        if (field.Type == FieldKinds.MultipleChoice.Id) return [.. options.Where((_, place) => place == 0 || random.Next(place + 2) == 0)];
        if (field.Type == FieldKinds.RatingMatrix.Id) return [.. options.Select(row => $"{row}={5 - Skewed(5, random)}")];
        if (field.Type == FieldKinds.Ranking.Id) return [.. options.OrderBy(_ => random.Next()).Take(int.Parse(field.Setting("positions"), CultureInfo.InvariantCulture))];
        if (field.Type == FieldKinds.LongAnswer.Id) return random.Next(3) == 0 ? [$"Falta agua en la parte alta <b>{random.Next(1_000)}</b>"] : [];
        if (field.Alias == SurveyDesign.Municipality) return Places[Skewed(Places.Length, random)] is { Length: > 0 } place ? [place] : [];
        return [];
    }

    /// <summary>Most choose the first, few the last: there are small cells.</summary>
    private static int Skewed(int length, Random random) => Math.Min(length - 1, (int)(length * Math.Pow(random.NextDouble(), 2.2)));
}
