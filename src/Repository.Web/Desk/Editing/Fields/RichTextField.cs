using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Editors.Blocks;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Text with formatting. Its markup is what the form carries, and a small form for each block that stands in it; a block goes when the markup names it no more.</summary>
internal sealed class RichTextField : IFieldEditor
{
    private const string Alias = "Umbraco.RichText";

    public View Show(Field field)
    {
        var (markup, blocks) = Parts(field.Stored);
        var making = blocks is null ? null : new BlockMaking(field, BlockDeclarations.Of(field.Property.DataType), blocks);
        return new RichTextFieldView { Model = new RichTextControl(field, markup, making?.Make(blocks!.Layout, "") ?? []) };
    }

    public string Read(PostedField posted)
    {
        var (markup, blocks) = Parts(posted.Prior);
        var written = blocks is null ? null : blocks with { Content = [.. blocks.Content.Select(block => BlocksField.Written(posted.Form, block, $"{posted.Name}/{block.Key:d}"))] };
        var isTouched = written is not null && !written.Content.SequenceEqual(blocks!.Content);
        if (!isTouched && posted.Text == markup.Replace("\r\n", "\n", StringComparison.Ordinal)) return posted.Prior;
        var kept = written is null ? null : Named(written, posted.Text);
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
}

internal sealed record RichTextControl(Field Field, string Markup, ImmutableArray<BlockControl> Blocks);
