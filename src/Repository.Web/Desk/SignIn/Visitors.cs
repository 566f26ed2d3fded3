using Repository.Core.Accounts;

namespace Repository.Web.Desk.SignIn;

internal static class Visitors
{
    extension(HttpContext http)
    {
        public string Address => http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";

        public Visitor Visitor => Visitor.Of(http.Address, http.Request.Headers.UserAgent.ToString());

        /// <summary>The session this request belongs to, however far in; null without one.</summary>
        public Admission? Admission => http.Features.Get<Admission>();
    }
}
