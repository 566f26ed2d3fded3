using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Editors.Blocks;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Text with formatting. Its markup is what the form carries; blocks that stand in it are kept as they are as long as the markup names them.</summary>
internal sealed class RichTextField : IFieldEditor
{
    private const string Alias = "Umbraco.RichText";

    public View Show(Field field)
    {
        var (markup, blocks) = Parts(field.Stored);
        return new RichTextFieldView { Model = new RichTextControl(field, markup, [.. Told(field, blocks)]) };
    }

    public string Read(PostedField posted)
    {
        var (markup, blocks) = Parts(posted.Prior);
        if (posted.Text == markup.Replace("\r\n", "\n", StringComparison.Ordinal)) return posted.Prior;
        var kept = blocks is null ? null : Named(blocks, posted.Text);
        if (string.IsNullOrWhiteSpace(posted.Text) && kept is null or { IsEmpty: true }) return "";
        return new JsonObject { ["markup"] = posted.Text, ["blocks"] = kept is null ? null : JsonNode.Parse(BlockText.Write(kept, Alias) is { Length: > 0 } text ? text : "null") }.ToJsonString();
    }

    private static (string Markup, BlockDocument? Blocks) Parts(string stored)
    {
        if (!stored.AsSpan().TrimStart().StartsWith('{') || StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Object } root || root.Text("markup") is not { } markup) return (stored, null);
        return (markup, root.Member("blocks") is { } blocks ? BlockText.Read(blocks.GetRawText(), Alias) : null);
    }

    private static BlockDocument Named(BlockDocument blocks, string markup)
    {
        bool IsNamed(Guid key) => markup.Contains(key.ToString("d"), StringComparison.OrdinalIgnoreCase) || markup.Contains(key.ToString("n"), StringComparison.OrdinalIgnoreCase);
        var gone = blocks.Layout.Where(place => !IsNamed(place.ContentKey)).ToImmutableArray();
        if (gone.IsEmpty) return blocks;
        var (keys, settings) = (gone.Select(place => place.ContentKey).ToHashSet(), gone.Select(place => place.SettingsKey).ToHashSet());
        return new BlockDocument(
            [.. blocks.Content.Where(block => !keys.Contains(block.Key))],
            [.. blocks.Settings.Where(block => !settings.Contains(block.Key))],
            [.. blocks.Exposures.Where(exposure => !keys.Contains(exposure.ContentKey))],
            [.. blocks.Layout.Where(place => !keys.Contains(place.ContentKey))]);
    }

    /// <summary>What the editor says where a block stands.</summary>
    private static IEnumerable<ToldBlock> Told(Field field, BlockDocument? blocks) =>
        from block in blocks?.Content ?? []
        select new ToldBlock(block.Key, field.Setting.Schema.Type(block.ContentTypeKey)?.Name ?? "");
}

internal sealed record ToldBlock(Guid Key, string Name);

internal sealed record RichTextControl(Field Field, string Markup, ImmutableArray<ToldBlock> Blocks);
