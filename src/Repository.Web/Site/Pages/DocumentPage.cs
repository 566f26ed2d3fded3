using System.Text.Json.Nodes;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A document of the collection: what it is, who issued it and when, where it can be read, and what in the repository comes from it.</summary>
internal sealed class DocumentPage : IItemPage
{
    private static readonly string[] Told = ["files", "externalLinks", "kind", "year", "issuedOn"];

    public string ContentType => "document";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told).WithFacts(values.Has("issuedOn") ? "issuedOn" : "year", "institution", "publisher", "states", "languages", "pageCount", "notation", "themes", "licence", "credit");
        var head = request.Head;
        if (values.Text("issuedOn") is { } issued) head.Thing!["datePublished"] = issued;
        if (values.Text("institution") is { } institution) head.Thing!["creator"] = new JsonObject { ["@type"] = "Organization", ["name"] = institution };
        return new SitePage(head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = values.Picked("kind")?.Name ?? record.Kind.Name },
                IsSummaryOurs = true,
                Body =
                [
                    new FilesSection { Model = new FilesModel(PieceFile.Of(values)) { Heading = "Document.Read", Links = values.Links("externalLinks"), Empty = "Document.NoCopy" } },
                    new OriginSection { Model = OriginModel.Of(request) },
                    new DoubtsView { Model = record.Trust, Heading = "Doubts.Notes" },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new CitationSection { Model = new CitationModel(values.Text("institution") ?? values.Picked("publisher")?.Name, values.Ordinal("year"), request.Item.Name) },
                ],
                AreDoubtsTold = true,
            },
        });
    }
}

/// <summary>What in the repository was taken from a document, by kind.</summary>
internal sealed record OriginModel(IReadOnlyList<(string Kind, IReadOnlyList<SeenItem> First, int Count)> Groups)
{
    private const int MostOfKind = 12;

    /// <summary>An activity is told by its commitment, a part of a programme by the programme.</summary>
    private static readonly string[] Small = ["activity", "programmeNode"];

    public static OriginModel Of(ItemRequest request)
    {
        var (reader, view) = (request.Reader, request.Reader.View);
        var taken = Referrers.Of(reader).Of(request.Item.Item.Key, view, "documents", "sources");
        var groups = taken.Page(0, taken.Count).Select(ordinal => view[ordinal]).Where(item => !Small.Contains(item.Type.Alias)).GroupBy(item => item.Type.Alias);
        return new OriginModel([.. groups.Select(group => (TypeNames.Many(group.Key, group.First().Type.Name, reader.Texts), (IReadOnlyList<SeenItem>)[.. group.Take(MostOfKind).Select(reader.See)], group.Count()))]);
    }
}

/// <summary>How to cite what someone else wrote.</summary>
internal sealed record CitationModel(string? Author, string? Year, string Title);
