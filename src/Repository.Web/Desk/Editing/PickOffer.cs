using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing;

/// <summary>What a picker offers: items of a kind, below a start node, of some types (none named: of all).</summary>
internal sealed record PickOffer(ItemKind Kind, Guid? StartNode, ImmutableArray<Guid> Types)
{
    public const string Media = "Umbraco.MediaPicker3";

    public Guid? Except { get; init; }

    public static PickOffer Of(DataType dataType)
    {
        var config = dataType.Config;
        var start = config.Member("startNode");
        var isMedia = dataType.EditorAlias == Media || start?.Text("type") == "media";
        return new PickOffer(
            isMedia ? ItemKind.Media : ItemKind.Document,
            start?.Key("id") ?? Key(config.Text("startNodeId")),
            [.. (config.Text("filter") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty)])
        {
            AllowsFolders = dataType.EditorAlias != Media,
        };
    }

    public bool AllowsFolders { get; init; } = true;

    public bool Allows(PublishedItem item) => (Types.IsEmpty || Types.Contains(item.Type.Key)) && (AllowsFolders || item.Type.Property(MediaProperties.File) is not null);

    private static Guid? Key(string? text) => text is { Length: >= 32 } && Guid.TryParse(text[(text.LastIndexOf('/') + 1)..], out var key) ? key : null;
}
