namespace Repository.Web.Desk.Serving;

/// <summary>Marks an address of the desk that one need not be signed in for.</summary>
internal sealed class OpenToAll
{
    public static readonly OpenToAll Mark = new();
}
