using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Forms.Results;

/// <summary>How a form has been asked: all versions entries may have been given in, oldest first, and last the one in force, which may be as one was before.</summary>
internal static class AskedVersions
{
    public static async Task<ImmutableArray<Form>> OfAsync(IEntryStore entries, Form inForce, CancellationToken cancellation) =>
    [
        .. (await entries.VersionsAsync(inForce.Definition.Key, cancellation)).Select(version => Form.Compile(version.Definition)).OfType<FormCompilation.Built>().Select(built => built.Form),
        inForce,
    ];
}
