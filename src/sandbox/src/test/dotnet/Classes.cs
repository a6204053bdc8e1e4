// The documented classes, as a .NET client declares them. Where the documentation names no member, or no number of an
// enumeration, the sandbox's own choice stands here, which its README tells.
using System;
using System.Collections.Generic;

namespace Esign
{
    public enum Authentication
    {
        None,
        Password,
        KBA,
        KBAPlusPassword,
        SMS
    }

    public enum UserStatusCodes
    {
        Inactive = 0,
        Active = 1
    }

    public enum SessionStatus
    {
        InDraft = 1,
        InSent = 2,
        Completed = 3,
        Cancelled = 4,
        Deleted = 5,
        InPaused = 6,
        Expired = 7,
        Purged = 8,
        Archived = 9
    }

    public enum SignerStatus
    {
        PendingInvite = 1,
        Invited = 2,
        InProgress = 3,
        Completed = 4,
        Cancelled = 5,
        Declined = 6,
        Delegated = 7,
        AuthenticationFailed = 8
    }

    public class Response
    {
        public string Message { get; set; }
        public List<string> Details { get; set; }
    }

    public class RequestResponse : Response
    {
        public string ReturnValue { get; set; }
    }

    public class SessionResponse : Response
    {
        public Guid SigningSessionId { get; set; }
        public List<Session> Sessions { get; set; }
    }

    public class UserResponse : Response
    {
        public List<User> Users { get; set; }
    }

    public class ActionLogResponse : Response
    {
        public List<ActionLog> Actionlog { get; set; }
    }

    public class ResponseSessionInfoLiteView : Response
    {
        public int TotalCount { get; set; }
        public List<SessionInfoLite> Sessions { get; set; }
    }

    public class SessionLiteBucketView : Response
    {
        public int TotalCount { get; set; }
        public List<Guid> SigningSessionIds { get; set; }
    }

    public class UpdateSignersView : Response
    {
        public List<Signer> Signers { get; set; }
    }

    public class Session
    {
        public string Id { get; set; }
        public string SigningSessionId { get; set; }
        public SessionInfo SessionInfo { get; set; }
        public List<Document> Documents { get; set; }
        public List<Signer> Signers { get; set; }
    }

    public class SessionInfo
    {
        public string Id { get; set; }
        public string TransactionId { get; set; }
        public string TransactionTitle { get; set; }
        public string Title { get; set; }
        public string Description { get; set; }
        public int UseSequence { get; set; }
        public bool AllowDelegation { get; set; }
        public string CopyTo { get; set; }
        public string Password { get; set; }
        public bool FirstSigner { get; set; }
        public int EmailOptions { get; set; }
        public bool SendSignerInvites { get; set; }
        public string SendSessionRedirectUrl { get; set; }
        public DateTime? ExpiresOn { get; set; }
        public int ReminderFrequencyDays { get; set; }
        public bool RemoveUnassignedSignerRoles { get; set; }
        public string ReturnURL { get; set; }
        public SessionStatus StatusCode { get; set; }
        public DateTime CreatedOn { get; set; }
    }

    public class SessionInfoLite
    {
        public Guid SigningSessionId { get; set; }
        public string Title { get; set; }
        public string TransactionId { get; set; }
        public SessionStatus StatusCode { get; set; }
        public DateTime CreatedOn { get; set; }
    }

    public class Document
    {
        public string FileName { get; set; }
        public string FormId { get; set; }
        public string FormTag { get; set; }
        public int Sequence { get; set; }
        public bool HasAnchorTags { get; set; }
        public string AnchorTagsAdjustmentCategory { get; set; }
        public byte[] FileBytes { get; set; }
    }

    public class Signer
    {
        public string SignerId { get; set; }
        public string SigningSessionId { get; set; }
        public string FirstName { get; set; }
        public string LastName { get; set; }
        public string EmailAddress { get; set; }
        public string SignerRole { get; set; }
        public int Sequence { get; set; }
        public int StateCode { get; set; }
        public SignerStatus StatusCode { get; set; }
        public Authentication AuthMethod { get; set; }
        public List<Authentication> AuthMethods { get; set; }
        public AuthenticationSettings AuthenticationSettings { get; set; }
        public bool MandateDocUpload { get; set; }
        public List<Property> Properties { get; set; }
        public Dictionary<string, string> MergeFieldMapping { get; set; }
        public string SignerEmailSubject { get; set; }
        public string SignerEmailMessage { get; set; }
        public string DeclinedReason { get; set; }
    }

    public class AuthenticationSettings
    {
        public string Password { get; set; }
    }

    public class Property
    {
        public string Key { get; set; }
        public string Value { get; set; }
    }

    public class CopyOptions
    {
        public int Version { get; set; }
        public bool RetainFields { get; set; }
    }

    public class User
    {
        public string SystemUserId { get; set; }
        public string Username { get; set; }
        public string FirstName { get; set; }
        public string LastName { get; set; }
        public string Password { get; set; }
        public string Company { get; set; }
        public string Region { get; set; }
        public string SubscriptionTypes { get; set; }
        public string TimeZoneId { get; set; }
        public string EmailSignature { get; set; }
        public UserStatusCodes StatusCode { get; set; }
    }

    public class ActionLog
    {
        public DateTime Date { get; set; }
        public string IPAddress { get; set; }
        public string Description { get; set; }
    }

    public class EsignView
    {
        public EsignData Data { get; set; }
    }

    public class EsignData
    {
        public Guid SigningSessionId { get; set; }
        public Guid NewSigningSessionId { get; set; }
        public Guid SignerId { get; set; }
        public string Type { get; set; }
        public int Status { get; set; }
        public string Title { get; set; }
        public string DeclinedReason { get; set; }
    }
}
