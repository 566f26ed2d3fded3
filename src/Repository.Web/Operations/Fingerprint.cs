using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Repository.Core.Schema;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Repository.Web.Operations;

/// <summary>A word that changes whenever answers may look different without any content having changed: with the program, its settings, the schema.</summary>
internal static class Fingerprint
{
    /// <summary>The programs that decide how an answer looks: the web, the editors and routes, Umbraco's models.</summary>
    private static readonly Type[] Programs = [typeof(Fingerprint), typeof(ContentSchema), typeof(ApiContentResponse)];

    public static string Of(RepositoryOptions options, ContentSchema schema) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [options.Delivery.ToString(), .. Described(schema), .. Programs.Select(type => type.Module.ModuleVersionId.ToString())]))))[..16];

    /// <summary>All of the schema that shows in an answer, or decides which one it is.</summary>
    private static IEnumerable<string> Described(ContentSchema schema) =>
    [
        .. schema.Languages.Select(language => $"{language.Tag} {language.IsDefault} {language.Fallback}"),
        .. schema.Hosts.OrderBy(host => host.Key, StringComparer.Ordinal).Select(host => $"host {host.Key} {host.Value}"),
        .. schema.Prefixes.OrderBy(prefix => prefix.Key, StringComparer.Ordinal).Select(prefix => $"{prefix.Key} {prefix.Value}"),
        .. schema.Types.Select(type => $"{type.Key} {type.Alias} {type.Kind} {type.VariesByCulture}"),
        .. schema.Types.SelectMany(type => type.Properties.Select(property =>
            $"{type.Alias} {property.Alias} {property.VariesByCulture} {property.DataType.EditorAlias} {property.DataType.EditorUiAlias} {Raw(property.DataType)}")),
    ];

    private static string Raw(DataType dataType) => dataType.Config.ValueKind == JsonValueKind.Undefined ? "" : dataType.Config.GetRawText();
}
