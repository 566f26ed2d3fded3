using Repository.Core.Schema;

namespace Repository.Web.Operations;

/// <summary>A domain sets the culture of those who ask for none.</summary>
internal static class HostCulture
{
    public static string? Of(HttpRequest request, ContentSchema schema) => schema.Hosts.Count == 0
        ? null
        : schema.Hosts.GetValueOrDefault(request.Host.Value ?? "") ?? schema.Hosts.GetValueOrDefault(request.Host.Host);
}
