using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A dataset: its table, drawn where its numbers can be compared; how it was made, what to know before using it, and the files.</summary>
internal sealed class DatasetPage : IItemPage
{
    private static readonly string[] Method = ["question", "questionType", "population", "sampleSize", "placeOrMedium", "fieldworkDate"];
    private static readonly string[] Told = ["files", "formats", "columns", "notes", "licence", .. Method];

    public string ContentType => "dataset";

    public SitePage Make(ItemRequest request)
    {
        var values = request.Values;
        var record = RecordModel.Of(request, Told).WithFacts("kind", "publisher", "states", "region", "municipalities", "temporalCoverage", "year", "unit", "frequency", "nextUpdateOn", "version", "documents", "contactEmail");
        var files = PieceFile.Of(values);
        var data = DataModel.Of(values, files);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = values.Picked("kind")?.Name ?? record.Kind.Name },
                Body =
                [
                    new DataSection { Model = data },
                    new MethodSection { Model = MethodModel.Of(values, Method) },
                    new CautionSection { Model = values.Lines("notes") },
                    new FilesSection { Model = new FilesModel(files) { Licence = values.Picked("licence")?.Name ?? FilesModel.OwnLicence } },
                    new TableSection { Model = new TableSectionModel("columnas", "Data.Columns", data.Dictionary) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>How data came about, and what of that nobody tells.</summary>
internal sealed record MethodModel(IReadOnlyList<Field> Fields, IReadOnlyList<string> Gaps)
{
    public static MethodModel Of(Values values, string[] aliases)
    {
        // Only who was asked something can be counted.
        string[] expected = values.Has("question") ? ["population", "sampleSize"] : [];
        return new MethodModel(Reading.Fields.Of(values, aliases), [.. expected.Where(alias => !values.Has(alias)).Select(alias => values.Reader.Texts[$"Gap.{alias}"].Value)]);
    }
}

internal sealed record TableSectionModel(string Id, string Heading, TableText? Table);
