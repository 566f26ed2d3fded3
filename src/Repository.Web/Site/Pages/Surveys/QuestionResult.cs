using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Core.Forms.Results;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages.Surveys;

/// <summary>One question with what may be told of its answers: bars where they can be drawn, and always the same as a table.</summary>
internal sealed record QuestionResult(string Id, string Heading, string? About, ImmutableArray<RangeBar> Bars, TableText Table)
{
    /// <summary>One result for each question, in the order in which people are asked.</summary>
    public static IEnumerable<QuestionResult> All(Form form, ResultView view, IStringLocalizer texts) => view.Tables
        .GroupBy(told => told.Table.Field)
        .Select(question => Of(form.Find(question.Key)?.Field, [.. question], texts));

    private static QuestionResult Of(FormField? field, ImmutableArray<PublishedTable> tables, IStringLocalizer texts)
    {
        var first = tables[0];
        var number = field?.Setting("number") is { Length: > 0 } told ? $"{told}. " : "";
        var heading = number + (field?.Caption ?? first.Table.Caption);
        return first.Table.Row.Length > 0 && field is not null ? Matrix(heading, field, tables, texts) : Options(heading, first, texts);
    }

    private static QuestionResult Options(string heading, PublishedTable told, IStringLocalizer texts)
    {
        var about = told.IsWithheld ? texts["Results.Withheld"].Value : told.Table.Shape switch
        {
            TableShape.SomeOf => texts["Results.SomeOf", told.Table.Most].Value,
            TableShape.AnyOf => texts["Results.AnyOf"].Value,
            _ => null,
        };
        var rows = told.Table.Options.Zip(told.Ranges).ToList();
        return new QuestionResult(
            told.Table.Field,
            heading,
            about,
            told.IsWithheld ? [] : [.. rows.Select(row => RangeBar.Of(row.First.Caption, row.Second, told.People))],
            new TableText(heading, null, [texts["Results.Option"], texts["Results.People"], texts["Results.Share"]],
                [.. rows.Select(row => (ImmutableArray<string>)[row.First.Caption, told.IsWithheld ? texts["Results.NotTold"] : Written(row.Second), told.IsWithheld ? "" : Share(row.Second, told.People)])])
            {
                Numbers = [1, 2],
            });
    }

    /// <summary>Rows by marks; the means are drawn, for they are what one compares.</summary>
    private static QuestionResult Matrix(string heading, FormField field, ImmutableArray<PublishedTable> tables, IStringLocalizer texts)
    {
        var marks = tables[0].Table.Options;
        var most = marks.Select(mark => double.TryParse(mark.Value, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        string Row(PublishedTable told) => field.PreValues.FirstOrDefault(row => row.Value == told.Table.Row)?.Caption ?? told.Table.Caption;
        return new QuestionResult(
            field.Alias,
            heading,
            most > 0 ? texts["Results.Mean", most].Value : null,
            [.. from told in tables let mean = told.Mean where mean is not null && most > 0 select RangeBar.OfMean(Row(told), mean.Value.Least, mean.Value.Most, most)],
            new TableText(heading, null, [texts["Results.Row"], .. marks.Select(mark => mark.Caption), texts["Results.MeanShort"]],
                [.. tables.Select(told => (ImmutableArray<string>)[Row(told), .. told.Ranges.Select(range => told.IsWithheld ? texts["Results.NotTold"].Value : Written(range)), told.Mean is { } mean ? RangeBar.Mean(mean.Least, mean.Most) : ""])])
            {
                Numbers = [.. Enumerable.Range(1, marks.Length + 1)],
            });
    }

    private static string Written(CellRange range) => range.IsExact ? range.Least.ToString("N0", CultureInfo.CurrentCulture) : $"{range.Least.ToString("N0", CultureInfo.CurrentCulture)}–{range.Most.ToString("N0", CultureInfo.CurrentCulture)}";

    internal static string Share(CellRange range, long people)
    {
        if (people == 0) return "";
        var (least, most) = (Percent(range.Least, people), Percent(range.Most, people));
        return least == most ? $"{least} %" : $"{least}–{most} %";
    }

    private static long Percent(long count, long people) => (long)Math.Round(100d * count / people, MidpointRounding.AwayFromZero);
}

/// <summary>A bar whose end is known, or lies between two places; both in hundredths of the whole.</summary>
internal sealed record RangeBar(string Label, int Least, int Most, string Value)
{
    public static RangeBar Of(string label, CellRange range, long people) => new(label, Part(range.Least, people), Part(range.Most, people), QuestionResult.Share(range, people));

    public static RangeBar OfMean(string label, double least, double most, double whole) => new(label, Part(least, whole), Part(most, whole), Mean(least, most));

    public static string Mean(double least, double most)
    {
        var (from, to) = (least.ToString("0.0", CultureInfo.CurrentCulture), most.ToString("0.0", CultureInfo.CurrentCulture));
        return from == to ? from : $"{from}–{to}";
    }

    private static int Part(double count, double whole) => whole <= 0 ? 0 : (int)Math.Round(100 * count / whole);
}
