"""All models. Each is imported when it is first asked for, so their number costs no time"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_tier import AccessTier
    from .access_tier_update import AccessTierUpdate
    from .ad import Ad
    from .ad_options import AdOptions
    from .ad_placement import AdPlacement
    from .ad_theme import AdTheme
    from .ad_time_range import AdTimeRange
    from .ad_type import AdType
    from .aggregation import Aggregation
    from .analytics_order import AnalyticsOrder
    from .analytics_period import AnalyticsPeriod
    from .analytics_totals import AnalyticsTotals
    from .any_object import AnyObject
    from .background_track import BackgroundTrack
    from .background_track_input import BackgroundTrackInput
    from .background_track_media import BackgroundTrackMedia
    from .background_track_project import BackgroundTrackProject
    from .background_tracks_index_filter_scopes import BackgroundTracksIndexFilterScopes
    from .billing_analytics import BillingAnalytics
    from .billing_counter import BillingCounter
    from .billing_entity import BillingEntity
    from .billing_event import BillingEvent
    from .billing_group import BillingGroup
    from .content import Content
    from .content_analytics import ContentAnalytics
    from .content_analytics_order import ContentAnalyticsOrder
    from .content_batch_delete import ContentBatchDelete
    from .content_options import ContentOptions
    from .content_order import ContentOrder
    from .content_reference import ContentReference
    from .content_status import ContentStatus
    from .content_summarization_settings import ContentSummarizationSettings
    from .content_summary_media import ContentSummaryMedia
    from .content_type import ContentType
    from .content_update import ContentUpdate
    from .content_video_settings import ContentVideoSettings
    from .custom_ad_update import CustomAdUpdate
    from .custom_voice_detail import CustomVoiceDetail
    from .default_voice import DefaultVoice
    from .device_figures import DeviceFigures
    from .device_retention import DeviceRetention
    from .discarded_rule import DiscardedRule
    from .environment import Environment
    from .error import Error
    from .error_errors_item import ErrorErrorsItem
    from .feed_format import FeedFormat
    from .file_upload import FileUpload
    from .file_url import FileUrl
    from .html_filter import HtmlFilter
    from .html_filter_input import HtmlFilterInput
    from .http_headers import HttpHeaders
    from .language import Language
    from .language_code import LanguageCode
    from .language_default_voices import LanguageDefaultVoices
    from .language_reference import LanguageReference
    from .logo_position import LogoPosition
    from .media_file import MediaFile
    from .media_format import MediaFormat
    from .media_variant import MediaVariant
    from .member import Member
    from .member_project import MemberProject
    from .member_project_player_settings import MemberProjectPlayerSettings
    from .member_project_update import MemberProjectUpdate
    from .member_project_video_settings import MemberProjectVideoSettings
    from .metadata import Metadata
    from .new_audio_content import NewAudioContent
    from .new_audio_content_type import NewAudioContentType
    from .new_content import NewContent
    from .new_content_type import NewContentType
    from .new_custom_ad import NewCustomAd
    from .new_custom_ad_type import NewCustomAdType
    from .new_designed_voice import NewDesignedVoice
    from .new_manual_content import NewManualContent
    from .new_manual_content_type import NewManualContentType
    from .new_playlist import NewPlaylist
    from .new_project import NewProject
    from .new_project_member import NewProjectMember
    from .new_rss_feed import NewRssFeed
    from .new_segment import NewSegment
    from .new_speaker import NewSpeaker
    from .new_speaker_verification import NewSpeakerVerification
    from .new_vast_ad import NewVastAd
    from .new_vast_ad_type import NewVastAdType
    from .new_webhook import NewWebhook
    from .order_direction import OrderDirection
    from .organization_plan import OrganizationPlan
    from .organization_quota import OrganizationQuota
    from .organization_settings import OrganizationSettings
    from .organization_settings_subscription import OrganizationSettingsSubscription
    from .permission import Permission
    from .permissions import Permissions
    from .player import Player
    from .player_content import PlayerContent
    from .player_segment import PlayerSegment
    from .player_settings import PlayerSettings
    from .player_settings_update import PlayerSettingsUpdate
    from .player_style import PlayerStyle
    from .player_theme import PlayerTheme
    from .playlist import Playlist
    from .playlist_condition import PlaylistCondition
    from .playlist_content import PlaylistContent
    from .playlist_rule import PlaylistRule
    from .playlist_update import PlaylistUpdate
    from .preprocessing_settings import PreprocessingSettings
    from .project import Project
    from .project_background_track import ProjectBackgroundTrack
    from .project_order import ProjectOrder
    from .project_reference import ProjectReference
    from .project_track import ProjectTrack
    from .project_update import ProjectUpdate
    from .project_voice import ProjectVoice
    from .quota_update import QuotaUpdate
    from .reading_settings import ReadingSettings
    from .reference import Reference
    from .role import Role
    from .role_input import RoleInput
    from .role_reference import RoleReference
    from .rss_feed import RssFeed
    from .rss_feed_map import RssFeedMap
    from .rss_feed_update import RssFeedUpdate
    from .rule import Rule
    from .rule_content import RuleContent
    from .rule_input import RuleInput
    from .rule_match import RuleMatch
    from .rule_match_request import RuleMatchRequest
    from .rule_match_text import RuleMatchText
    from .rule_order import RuleOrder
    from .rule_preview_audio import RulePreviewAudio
    from .rule_preview_request import RulePreviewRequest
    from .rule_preview_status import RulePreviewStatus
    from .rule_type import RuleType
    from .rules_index_filter_scopes import RulesIndexFilterScopes
    from .segment import Segment
    from .segment_content_type import SegmentContentType
    from .segment_detail import SegmentDetail
    from .segment_section import SegmentSection
    from .selected_rule import SelectedRule
    from .speaker import Speaker
    from .speaker_verification import SpeakerVerification
    from .summarization_settings import SummarizationSettings
    from .summarization_settings_template import SummarizationSettingsTemplate
    from .summarization_settings_update import SummarizationSettingsUpdate
    from .summary_request import SummaryRequest
    from .summary_segment import SummarySegment
    from .text_transcription import TextTranscription
    from .theme import Theme
    from .transcription_request import TranscriptionRequest
    from .vast_ad_update import VastAdUpdate
    from .video_settings import VideoSettings
    from .video_settings_template import VideoSettingsTemplate
    from .video_settings_update import VideoSettingsUpdate
    from .video_size import VideoSize
    from .video_style import VideoStyle
    from .voice import Voice
    from .voice_design import VoiceDesign
    from .voice_design_preview import VoiceDesignPreview
    from .voice_design_previews import VoiceDesignPreviews
    from .voice_issue import VoiceIssue
    from .voice_issue_content import VoiceIssueContent
    from .voice_issue_input import VoiceIssueInput
    from .voice_issue_label import VoiceIssueLabel
    from .voice_issue_order import VoiceIssueOrder
    from .voice_issues_index_filter_scopes import VoiceIssuesIndexFilterScopes
    from .voice_language import VoiceLanguage
    from .voice_permission import VoicePermission
    from .voice_reference import VoiceReference
    from .voice_speaker import VoiceSpeaker
    from .voice_update import VoiceUpdate
    from .webhook import Webhook
    from .webhook_test import WebhookTest
    from .webhook_update import WebhookUpdate
    from .widget_position import WidgetPosition
    from .widget_style import WidgetStyle
else:
    _MODULES = {
        "AccessTier": ".access_tier",
        "AccessTierUpdate": ".access_tier_update",
        "Ad": ".ad",
        "AdOptions": ".ad_options",
        "AdPlacement": ".ad_placement",
        "AdTheme": ".ad_theme",
        "AdTimeRange": ".ad_time_range",
        "AdType": ".ad_type",
        "Aggregation": ".aggregation",
        "AnalyticsOrder": ".analytics_order",
        "AnalyticsPeriod": ".analytics_period",
        "AnalyticsTotals": ".analytics_totals",
        "AnyObject": ".any_object",
        "BackgroundTrack": ".background_track",
        "BackgroundTrackInput": ".background_track_input",
        "BackgroundTrackMedia": ".background_track_media",
        "BackgroundTrackProject": ".background_track_project",
        "BackgroundTracksIndexFilterScopes": ".background_tracks_index_filter_scopes",
        "BillingAnalytics": ".billing_analytics",
        "BillingCounter": ".billing_counter",
        "BillingEntity": ".billing_entity",
        "BillingEvent": ".billing_event",
        "BillingGroup": ".billing_group",
        "Content": ".content",
        "ContentAnalytics": ".content_analytics",
        "ContentAnalyticsOrder": ".content_analytics_order",
        "ContentBatchDelete": ".content_batch_delete",
        "ContentOptions": ".content_options",
        "ContentOrder": ".content_order",
        "ContentReference": ".content_reference",
        "ContentStatus": ".content_status",
        "ContentSummarizationSettings": ".content_summarization_settings",
        "ContentSummaryMedia": ".content_summary_media",
        "ContentType": ".content_type",
        "ContentUpdate": ".content_update",
        "ContentVideoSettings": ".content_video_settings",
        "CustomAdUpdate": ".custom_ad_update",
        "CustomVoiceDetail": ".custom_voice_detail",
        "DefaultVoice": ".default_voice",
        "DeviceFigures": ".device_figures",
        "DeviceRetention": ".device_retention",
        "DiscardedRule": ".discarded_rule",
        "Environment": ".environment",
        "Error": ".error",
        "ErrorErrorsItem": ".error_errors_item",
        "FeedFormat": ".feed_format",
        "FileUpload": ".file_upload",
        "FileUrl": ".file_url",
        "HtmlFilter": ".html_filter",
        "HtmlFilterInput": ".html_filter_input",
        "HttpHeaders": ".http_headers",
        "Language": ".language",
        "LanguageCode": ".language_code",
        "LanguageDefaultVoices": ".language_default_voices",
        "LanguageReference": ".language_reference",
        "LogoPosition": ".logo_position",
        "MediaFile": ".media_file",
        "MediaFormat": ".media_format",
        "MediaVariant": ".media_variant",
        "Member": ".member",
        "MemberProject": ".member_project",
        "MemberProjectPlayerSettings": ".member_project_player_settings",
        "MemberProjectUpdate": ".member_project_update",
        "MemberProjectVideoSettings": ".member_project_video_settings",
        "Metadata": ".metadata",
        "NewAudioContent": ".new_audio_content",
        "NewAudioContentType": ".new_audio_content_type",
        "NewContent": ".new_content",
        "NewContentType": ".new_content_type",
        "NewCustomAd": ".new_custom_ad",
        "NewCustomAdType": ".new_custom_ad_type",
        "NewDesignedVoice": ".new_designed_voice",
        "NewManualContent": ".new_manual_content",
        "NewManualContentType": ".new_manual_content_type",
        "NewPlaylist": ".new_playlist",
        "NewProject": ".new_project",
        "NewProjectMember": ".new_project_member",
        "NewRssFeed": ".new_rss_feed",
        "NewSegment": ".new_segment",
        "NewSpeaker": ".new_speaker",
        "NewSpeakerVerification": ".new_speaker_verification",
        "NewVastAd": ".new_vast_ad",
        "NewVastAdType": ".new_vast_ad_type",
        "NewWebhook": ".new_webhook",
        "OrderDirection": ".order_direction",
        "OrganizationPlan": ".organization_plan",
        "OrganizationQuota": ".organization_quota",
        "OrganizationSettings": ".organization_settings",
        "OrganizationSettingsSubscription": ".organization_settings_subscription",
        "Permission": ".permission",
        "Permissions": ".permissions",
        "Player": ".player",
        "PlayerContent": ".player_content",
        "PlayerSegment": ".player_segment",
        "PlayerSettings": ".player_settings",
        "PlayerSettingsUpdate": ".player_settings_update",
        "PlayerStyle": ".player_style",
        "PlayerTheme": ".player_theme",
        "Playlist": ".playlist",
        "PlaylistCondition": ".playlist_condition",
        "PlaylistContent": ".playlist_content",
        "PlaylistRule": ".playlist_rule",
        "PlaylistUpdate": ".playlist_update",
        "PreprocessingSettings": ".preprocessing_settings",
        "Project": ".project",
        "ProjectBackgroundTrack": ".project_background_track",
        "ProjectOrder": ".project_order",
        "ProjectReference": ".project_reference",
        "ProjectTrack": ".project_track",
        "ProjectUpdate": ".project_update",
        "ProjectVoice": ".project_voice",
        "QuotaUpdate": ".quota_update",
        "ReadingSettings": ".reading_settings",
        "Reference": ".reference",
        "Role": ".role",
        "RoleInput": ".role_input",
        "RoleReference": ".role_reference",
        "RssFeed": ".rss_feed",
        "RssFeedMap": ".rss_feed_map",
        "RssFeedUpdate": ".rss_feed_update",
        "Rule": ".rule",
        "RuleContent": ".rule_content",
        "RuleInput": ".rule_input",
        "RuleMatch": ".rule_match",
        "RuleMatchRequest": ".rule_match_request",
        "RuleMatchText": ".rule_match_text",
        "RuleOrder": ".rule_order",
        "RulePreviewAudio": ".rule_preview_audio",
        "RulePreviewRequest": ".rule_preview_request",
        "RulePreviewStatus": ".rule_preview_status",
        "RuleType": ".rule_type",
        "RulesIndexFilterScopes": ".rules_index_filter_scopes",
        "Segment": ".segment",
        "SegmentContentType": ".segment_content_type",
        "SegmentDetail": ".segment_detail",
        "SegmentSection": ".segment_section",
        "SelectedRule": ".selected_rule",
        "Speaker": ".speaker",
        "SpeakerVerification": ".speaker_verification",
        "SummarizationSettings": ".summarization_settings",
        "SummarizationSettingsTemplate": ".summarization_settings_template",
        "SummarizationSettingsUpdate": ".summarization_settings_update",
        "SummaryRequest": ".summary_request",
        "SummarySegment": ".summary_segment",
        "TextTranscription": ".text_transcription",
        "Theme": ".theme",
        "TranscriptionRequest": ".transcription_request",
        "VastAdUpdate": ".vast_ad_update",
        "VideoSettings": ".video_settings",
        "VideoSettingsTemplate": ".video_settings_template",
        "VideoSettingsUpdate": ".video_settings_update",
        "VideoSize": ".video_size",
        "VideoStyle": ".video_style",
        "Voice": ".voice",
        "VoiceDesign": ".voice_design",
        "VoiceDesignPreview": ".voice_design_preview",
        "VoiceDesignPreviews": ".voice_design_previews",
        "VoiceIssue": ".voice_issue",
        "VoiceIssueContent": ".voice_issue_content",
        "VoiceIssueInput": ".voice_issue_input",
        "VoiceIssueLabel": ".voice_issue_label",
        "VoiceIssueOrder": ".voice_issue_order",
        "VoiceIssuesIndexFilterScopes": ".voice_issues_index_filter_scopes",
        "VoiceLanguage": ".voice_language",
        "VoicePermission": ".voice_permission",
        "VoiceReference": ".voice_reference",
        "VoiceSpeaker": ".voice_speaker",
        "VoiceUpdate": ".voice_update",
        "Webhook": ".webhook",
        "WebhookTest": ".webhook_test",
        "WebhookUpdate": ".webhook_update",
        "WidgetPosition": ".widget_position",
        "WidgetStyle": ".widget_style",
    }

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = (
    "AccessTier",
    "AccessTierUpdate",
    "Ad",
    "AdOptions",
    "AdPlacement",
    "AdTheme",
    "AdTimeRange",
    "AdType",
    "Aggregation",
    "AnalyticsOrder",
    "AnalyticsPeriod",
    "AnalyticsTotals",
    "AnyObject",
    "BackgroundTrack",
    "BackgroundTrackInput",
    "BackgroundTrackMedia",
    "BackgroundTrackProject",
    "BackgroundTracksIndexFilterScopes",
    "BillingAnalytics",
    "BillingCounter",
    "BillingEntity",
    "BillingEvent",
    "BillingGroup",
    "Content",
    "ContentAnalytics",
    "ContentAnalyticsOrder",
    "ContentBatchDelete",
    "ContentOptions",
    "ContentOrder",
    "ContentReference",
    "ContentStatus",
    "ContentSummarizationSettings",
    "ContentSummaryMedia",
    "ContentType",
    "ContentUpdate",
    "ContentVideoSettings",
    "CustomAdUpdate",
    "CustomVoiceDetail",
    "DefaultVoice",
    "DeviceFigures",
    "DeviceRetention",
    "DiscardedRule",
    "Environment",
    "Error",
    "ErrorErrorsItem",
    "FeedFormat",
    "FileUpload",
    "FileUrl",
    "HtmlFilter",
    "HtmlFilterInput",
    "HttpHeaders",
    "Language",
    "LanguageCode",
    "LanguageDefaultVoices",
    "LanguageReference",
    "LogoPosition",
    "MediaFile",
    "MediaFormat",
    "MediaVariant",
    "Member",
    "MemberProject",
    "MemberProjectPlayerSettings",
    "MemberProjectUpdate",
    "MemberProjectVideoSettings",
    "Metadata",
    "NewAudioContent",
    "NewAudioContentType",
    "NewContent",
    "NewContentType",
    "NewCustomAd",
    "NewCustomAdType",
    "NewDesignedVoice",
    "NewManualContent",
    "NewManualContentType",
    "NewPlaylist",
    "NewProject",
    "NewProjectMember",
    "NewRssFeed",
    "NewSegment",
    "NewSpeaker",
    "NewSpeakerVerification",
    "NewVastAd",
    "NewVastAdType",
    "NewWebhook",
    "OrderDirection",
    "OrganizationPlan",
    "OrganizationQuota",
    "OrganizationSettings",
    "OrganizationSettingsSubscription",
    "Permission",
    "Permissions",
    "Player",
    "PlayerContent",
    "PlayerSegment",
    "PlayerSettings",
    "PlayerSettingsUpdate",
    "PlayerStyle",
    "PlayerTheme",
    "Playlist",
    "PlaylistCondition",
    "PlaylistContent",
    "PlaylistRule",
    "PlaylistUpdate",
    "PreprocessingSettings",
    "Project",
    "ProjectBackgroundTrack",
    "ProjectOrder",
    "ProjectReference",
    "ProjectTrack",
    "ProjectUpdate",
    "ProjectVoice",
    "QuotaUpdate",
    "ReadingSettings",
    "Reference",
    "Role",
    "RoleInput",
    "RoleReference",
    "RssFeed",
    "RssFeedMap",
    "RssFeedUpdate",
    "Rule",
    "RuleContent",
    "RuleInput",
    "RuleMatch",
    "RuleMatchRequest",
    "RuleMatchText",
    "RuleOrder",
    "RulePreviewAudio",
    "RulePreviewRequest",
    "RulePreviewStatus",
    "RulesIndexFilterScopes",
    "RuleType",
    "Segment",
    "SegmentContentType",
    "SegmentDetail",
    "SegmentSection",
    "SelectedRule",
    "Speaker",
    "SpeakerVerification",
    "SummarizationSettings",
    "SummarizationSettingsTemplate",
    "SummarizationSettingsUpdate",
    "SummaryRequest",
    "SummarySegment",
    "TextTranscription",
    "Theme",
    "TranscriptionRequest",
    "VastAdUpdate",
    "VideoSettings",
    "VideoSettingsTemplate",
    "VideoSettingsUpdate",
    "VideoSize",
    "VideoStyle",
    "Voice",
    "VoiceDesign",
    "VoiceDesignPreview",
    "VoiceDesignPreviews",
    "VoiceIssue",
    "VoiceIssueContent",
    "VoiceIssueInput",
    "VoiceIssueLabel",
    "VoiceIssueOrder",
    "VoiceIssuesIndexFilterScopes",
    "VoiceLanguage",
    "VoicePermission",
    "VoiceReference",
    "VoiceSpeaker",
    "VoiceUpdate",
    "Webhook",
    "WebhookTest",
    "WebhookUpdate",
    "WidgetPosition",
    "WidgetStyle",
)
